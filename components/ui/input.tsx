import type { ComponentProps } from "react";

export const inputClass =
  "w-full min-w-0 rounded-md border border-line-strong bg-surface text-base text-ink shadow-card placeholder:text-ink-faint hover:border-control-line focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-faint aria-invalid:border-bad";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input className={`${inputClass} h-8 px-2.5 max-md:h-11 ${className ?? ""}`} {...rest} />;
}
