"use client";

import { useTranslations } from "next-intl";
import { useConnection } from "#components/hooks/use-realtime.ts";
import { Spinner } from "#components/ui/spinner.tsx";

/** Says that the line is down, and that nothing is lost by it. */
export function ConnectionBanner() {
  const t = useTranslations("shell");
  const lost = useConnection() === "lost";
  return (
    <div role="status" aria-live="polite">
      {lost ? (
        <p className="flex items-center justify-center gap-2 border-b border-note-line bg-note px-4 py-1.5 text-sm text-note-text">
          <Spinner className="size-3.5" />
          {t("reconnecting")}
        </p>
      ) : null}
    </div>
  );
}
