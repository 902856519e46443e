"use client";

import { Field } from "#components/ui/field.tsx";
import { Select, type SelectOption } from "#components/ui/select.tsx";

type SelectFieldProps<Value extends string> = { label: string; error?: string; value: Value; onChange: (value: Value) => void; options: readonly SelectOption<Value>[]; className?: string };

/** A labelled Select. */
export function SelectField<Value extends string>({ label, error, value, onChange, options, className }: SelectFieldProps<Value>) {
  return (
    <Field label={label} error={error}>
      {(control) => <Select id={control.id} aria-describedby={control["aria-describedby"]} aria-invalid={control["aria-invalid"]} className={className} value={value} onValueChange={onChange} options={options} />}
    </Field>
  );
}
