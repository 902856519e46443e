"use client";

import { useTranslations } from "next-intl";

/** What the provider sent, as it came, one click away. */
export function RawContent({ raw }: { raw: unknown }) {
  const t = useTranslations("messages");
  return (
    <details className="mt-1">
      <summary className="text-accent-text underline underline-offset-2">{t("showRaw")}</summary>
      <pre tabIndex={0} className="mt-1 max-h-60 overflow-auto rounded-md bg-sunken p-2 font-mono text-xs text-ink">{JSON.stringify(raw, null, 2)}</pre>
    </details>
  );
}
