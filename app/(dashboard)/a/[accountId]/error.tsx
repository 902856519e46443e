"use client";

import { useTranslations } from "next-intl";
import { ErrorState } from "#components/ui/error-state.tsx";

/** A screen that broke: the rail and everything else stay. */
export default function ScreenError({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations("ui");
  return <div className="grid h-full place-items-center"><ErrorState title={t("crashTitle")} onRetry={reset}>{t("crashText")}</ErrorState></div>;
}
