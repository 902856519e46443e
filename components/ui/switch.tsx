"use client";

import { Switch as Radix } from "radix-ui";
import { type ReactNode, useId } from "react";

type SwitchProps = { checked: boolean; onCheckedChange: (checked: boolean) => void; label: ReactNode; hint?: ReactNode; disabled?: boolean };

/** Something on or off, at once. */
export function Switch({ checked, onCheckedChange, label, hint, disabled }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4 max-md:min-h-11 max-md:items-center">
      <label htmlFor={id} className="text-base text-ink">
        {label}
        {hint ? <span id={`${id}-hint`} className="block text-sm text-ink-faint">{hint}</span> : null}
      </label>
      <Radix.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={onCheckedChange}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="relative h-[1.125rem] w-8 shrink-0 rounded-full bg-control-line transition-colors after:absolute after:-inset-2 disabled:opacity-50 data-[state=checked]:bg-accent max-md:h-6 max-md:w-10"
      >
        <Radix.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-white shadow-card transition-transform duration-150 ease-calm data-[state=checked]:translate-x-4 max-md:size-5 max-md:data-[state=checked]:translate-x-[1.125rem]" />
      </Radix.Root>
    </div>
  );
}
