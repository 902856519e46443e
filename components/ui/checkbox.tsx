"use client";

import { Check, Minus } from "lucide-react";
import { Checkbox as Radix } from "radix-ui";
import { type ReactNode, useId } from "react";

type CheckboxProps = {
  checked: boolean | "indeterminate";
  onCheckedChange: (checked: boolean) => void;
  label: ReactNode;
  hint?: ReactNode;
  hideLabel?: boolean;
  disabled?: boolean;
};

export function Checkbox({ checked, onCheckedChange, label, hint, hideLabel, disabled }: CheckboxProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-2 max-md:min-h-11 max-md:items-center">
      <Radix.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onCheckedChange(next === true)}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="relative mt-0.5 grid size-4 shrink-0 place-items-center rounded-xs border border-control-line bg-surface text-on-accent after:absolute after:-inset-2 hover:border-ink-faint disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent max-md:mt-0 max-md:size-5"
      >
        <Radix.Indicator>{checked === "indeterminate" ? <Minus className="size-3" strokeWidth={3} aria-hidden /> : <Check className="size-3" strokeWidth={3} aria-hidden />}</Radix.Indicator>
      </Radix.Root>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "text-base text-ink"}>
        {label}
        {hint ? <span id={`${id}-hint`} className="block text-sm text-ink-faint">{hint}</span> : null}
      </label>
    </div>
  );
}
