"use client";

import { useTranslations } from "next-intl";
import { ThreadSkeleton } from "#components/messages/thread-skeleton.tsx";

/** The place of a conversation that is on its way. */
export function PaneSkeleton() {
  const t = useTranslations("conversations");
  return (
    <div className="flex min-w-0 flex-1 flex-col">
      <div className="h-14 shrink-0 border-b border-line bg-surface" />
      <ThreadSkeleton label={t("loadingOne")} />
    </div>
  );
}
