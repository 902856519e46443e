"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { Input } from "./input.tsx";

/** A password field that can be shown; pasting and password managers work as everywhere. */
export function PasswordInput({ className, ...rest }: Omit<ComponentProps<"input">, "type">) {
  const t = useTranslations("ui");
  const [shown, setShown] = useState(false);
  return (
    <span className="relative block">
      <Input type={shown ? "text" : "password"} autoCapitalize="none" spellCheck={false} className={`pr-10 max-md:pr-12 ${className ?? ""}`} {...rest} />
      <button
        type="button"
        aria-pressed={shown}
        aria-label={shown ? t("hidePassword") : t("showPassword")}
        onClick={() => setShown(!shown)}
        className="focus-inset absolute inset-y-0 right-0 grid w-9 place-items-center rounded-md text-ink-faint hover:text-ink max-md:w-11"
      >
        {shown ? <EyeOff className="size-4" aria-hidden /> : <Eye className="size-4" aria-hidden />}
      </button>
    </span>
  );
}
