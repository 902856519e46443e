"use client";

import { Tooltip as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Kbd } from "./kbd.tsx";

export function TooltipProvider({ children }: { children: ReactNode }) {
  return <Radix.Provider delayDuration={350} skipDelayDuration={200}>{children}</Radix.Provider>;
}

type TooltipProps = { label: ReactNode; shortcut?: string; side?: "top" | "right" | "bottom" | "left"; children: ReactNode };

/** Names what the pointer or the focus is on, and teaches its key. */
export function Tooltip({ label, shortcut, side = "bottom", children }: TooltipProps) {
  return (
    <Radix.Root disableHoverableContent>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-72 items-center gap-2 rounded-sm bg-[oklch(0.26_0.03_262)] px-2 py-1 text-xs text-white shadow-pop dark:bg-[oklch(0.36_0.03_262)] animate-in fade-in-0 duration-100"
        >
          {label}
          {shortcut ? <Kbd tone="inverse">{shortcut}</Kbd> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
