import type { ComponentProps } from "react";
import { inputClass } from "./input.tsx";

export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return <textarea rows={rows} className={`${inputClass} resize-y px-2.5 py-1.5 ${className ?? ""}`} {...rest} />;
}
