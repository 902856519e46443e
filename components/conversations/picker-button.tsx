"use client";

import type { ComponentProps } from "react";
import { Tooltip } from "#components/ui/tooltip.tsx";

type PickerButtonProps = ComponentProps<"button"> & { label: string; shortcut: string; isSet: boolean };

/** The face of a picker: what is chosen now, or a dashed invitation. */
export function PickerButton({ label, shortcut, isSet, children, className, ...rest }: PickerButtonProps) {
  return (
    <Tooltip label={label} shortcut={shortcut}>
      <button
        type="button"
        aria-label={label}
        aria-keyshortcuts={shortcut}
        className={`inline-flex h-8 shrink-0 items-center gap-1.5 rounded-md border px-2 text-sm text-ink-soft transition-colors hover:bg-hover hover:text-ink max-md:h-11 max-md:min-w-11 max-md:justify-center [&_svg]:size-4 ${isSet ? "border-line-strong bg-surface shadow-card" : "border-dashed border-line-strong"} ${className ?? ""}`}
        {...rest}
      >
        {children}
      </button>
    </Tooltip>
  );
}
