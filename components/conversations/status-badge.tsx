"use client";

import { useTranslations } from "next-intl";
import { Badge } from "#components/ui/badge.tsx";
import type { ConversationStatus } from "#lib/api-client/views.ts";

const tones = { open: "accent", pending: "warn", snoozed: "neutral", resolved: "good" } as const;

export function StatusBadge({ status }: { status: ConversationStatus }) {
  const t = useTranslations("conversations");
  return <Badge tone={tones[status]} className="shrink-0">{t(`status.${status}`)}</Badge>;
}
