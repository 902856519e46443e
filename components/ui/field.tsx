"use client";

import { type ReactNode, useId } from "react";

type Control = { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined; required: boolean | undefined };
type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  /** Said beside the label of fields that may stay empty. */
  optional?: ReactNode;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
  className?: string;
  /** Gets what ties the control to its label, hint and error. */
  children: (control: Control) => ReactNode;
};

/** A labelled control with its hint and its error. */
export function Field({ label, hint, error, required, optional, hideLabel, className, children }: FieldProps) {
  const id = useId();
  const describedBy = [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter(Boolean).join(" ") || undefined;
  return (
    <div className={`grid gap-1.5 ${className ?? ""}`}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "flex items-baseline gap-1.5 text-sm font-medium text-ink"}>
        {label}
        {optional ? <span className="font-normal text-ink-faint">{optional}</span> : null}
      </label>
      {children({ id, "aria-describedby": describedBy, "aria-invalid": error ? true : undefined, required })}
      {error ? <p id={`${id}-error`} role="alert" className="text-sm text-bad-text">{error}</p> : null}
      {hint ? <p id={`${id}-hint`} className="text-sm text-ink-faint">{hint}</p> : null}
    </div>
  );
}
