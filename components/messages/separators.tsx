"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "#components/hooks/use-format.ts";

export function DaySeparator({ at }: { at: string }) {
  const format = useFormat();
  return (
    <div role="separator" className="pointer-events-none sticky top-0 z-10 flex justify-center py-2">
      <time dateTime={format.day(at)} className="rounded-full border border-line bg-canvas/90 px-2.5 py-0.5 text-xs font-medium text-ink-soft shadow-card backdrop-blur-sm">{format.dayName(at)}</time>
    </div>
  );
}

export function UnreadDivider() {
  const t = useTranslations("messages");
  return (
    <div role="separator" data-unread-divider className="flex items-center gap-3 py-2 text-xs font-semibold text-accent-text">
      <span className="h-px flex-1 bg-accent-line" />
      {t("unreadDivider")}
      <span className="h-px flex-1 bg-accent-line" />
    </div>
  );
}
