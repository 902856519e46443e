"use client";

import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { inputClass } from "./input.tsx";

export type SelectOption<Value extends string = string> = { value: Value; label: ReactNode; disabled?: boolean };
type SelectProps<Value extends string> = {
  value: Value | undefined;
  onValueChange: (value: Value) => void;
  options: readonly SelectOption<Value>[];
  placeholder?: string;
  disabled?: boolean;
  id?: string;
  className?: string;
  "aria-label"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
};

/** One of a few. For long lists use Combobox, which searches. */
export function Select<Value extends string>({ value, onValueChange, options, placeholder, disabled, className, ...control }: SelectProps<Value>) {
  return (
    <Radix.Root value={value ?? ""} onValueChange={(next) => onValueChange(next as Value)} disabled={disabled}>
      <Radix.Trigger className={`${inputClass} flex h-8 items-center justify-between gap-2 px-2.5 text-left data-[placeholder]:text-ink-faint max-md:h-11 ${className ?? ""}`} {...control}>
        <span className="truncate"><Radix.Value placeholder={placeholder} /></span>
        <Radix.Icon><ChevronDown className="size-4 text-ink-faint" aria-hidden /></Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content position="popper" sideOffset={4} collisionPadding={8} className="z-50 max-h-[min(20rem,var(--radix-select-content-available-height))] min-w-[var(--radix-select-trigger-width)] overflow-hidden rounded-lg border border-line bg-raised p-1 shadow-pop animate-in fade-in-0 zoom-in-[0.98] duration-100">
          <Radix.Viewport>
            {options.map((option) => (
              <Radix.Item key={option.value} value={option.value} disabled={option.disabled} className="flex h-8 select-none items-center justify-between gap-4 rounded-sm px-2 text-base text-ink outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover max-md:h-11">
                <Radix.ItemText>{option.label}</Radix.ItemText>
                <Radix.ItemIndicator><Check className="size-4 text-accent-text" aria-hidden /></Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
