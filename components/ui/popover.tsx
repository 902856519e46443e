"use client";

import { Popover as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { menuPanelClass } from "./dropdown-menu.tsx";

type PopoverProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger: ReactNode;
  /** Names the panel for screen readers. */
  label: string;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  className?: string;
  children: ReactNode;
};

/** A small panel that belongs to the control which opens it. */
export function Popover({ open, onOpenChange, trigger, label, align = "start", side, className, children }: PopoverProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content aria-label={label} align={align} side={side} sideOffset={4} collisionPadding={8} className={`${menuPanelClass} ${className ?? ""}`}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
