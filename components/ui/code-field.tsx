"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { copyText } from "./copy-text.ts";
import { IconButton } from "./icon-button.tsx";

/** Something to copy exactly: an address, a token, a snippet. */
export function CodeField({ value, label, multiline }: { value: string; label: string; multiline?: boolean }) {
  const t = useTranslations("ui");
  const [copied, setCopied] = useState(false);
  async function copy() {
    if (!(await copyText(value))) return;
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  }
  return (
    <div className="flex items-start gap-1 rounded-md border border-line-strong bg-sunken py-0.5 pl-2.5 pr-0.5">
      <code tabIndex={0} aria-label={label} className={`min-w-0 flex-1 self-center py-1 font-mono text-sm text-ink ${multiline ? "whitespace-pre-wrap break-all" : "overflow-x-auto whitespace-nowrap [scrollbar-width:none]"}`}>{value}</code>
      <IconButton size="sm" label={copied ? t("copied") : t("copyNamed", { name: asObject(label) })} onClick={copy}>
        {copied ? <Check className="text-good-text" aria-hidden /> : <Copy aria-hidden />}
      </IconButton>
      <span role="status" className="sr-only">{copied ? t("copied") : ""}</span>
    </div>
  );
}

/** A label within a sentence: "Código do chat" is copied as "código do chat", "URL" stays. */
function asObject(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label[0]!.toLowerCase() + label.slice(1) : label;
}
