"use client";

import type { ReactNode } from "react";

type SegmentedProps<Value extends string> = { value: Value; onValueChange: (value: Value) => void; options: readonly { value: Value; label: ReactNode }[]; label: string; className?: string };

/** A few exclusive choices, all in sight. */
export function Segmented<Value extends string>({ value, onValueChange, options, label, className }: SegmentedProps<Value>) {
  return (
    <div role="group" aria-label={label} className={`inline-flex rounded-md bg-sunken p-0.5 ring-1 ring-inset ring-line ${className ?? ""}`}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onValueChange(option.value)}
          className="h-6 flex-1 whitespace-nowrap rounded-sm px-2.5 text-sm text-ink-faint hover:text-ink aria-pressed:bg-raised aria-pressed:font-medium aria-pressed:text-ink aria-pressed:shadow-card max-md:h-10"
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
