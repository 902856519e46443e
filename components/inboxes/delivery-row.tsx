"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "#components/hooks/use-format.ts";
import { Badge } from "#components/ui/badge.tsx";
import type { OutputOf } from "#lib/api-client/call.ts";

export type Delivery = OutputOf<"GET /api/accounts/{accountId}/inboxes/{id}/deliveries">["items"][number];
const kinds = ["messages", "changes", "identities", "early", "repeats"] as const;

/** Whether a delivery was worked off, waits, or failed. */
export function DeliveryMark({ delivery }: { delivery: Delivery }) {
  const t = useTranslations("inboxes");
  if (delivery.error) return <Badge tone="bad">{t("deliveries.failed")}</Badge>;
  return delivery.processedAt ? <Badge tone="good">{t("deliveries.done")}</Badge> : <Badge tone="warn">{t("deliveries.waiting")}</Badge>;
}

/** What it brought, in words: "2 messages, 1 status". */
export function useOutcomeText(): (delivery: Delivery) => string {
  const t = useTranslations("inboxes");
  return ({ outcome, error }) => {
    if (error) return error;
    if (!outcome) return t("deliveries.notYet");
    const counts = kinds.filter((kind) => Number(outcome[kind]) > 0).map((kind) => t(`deliveries.kinds.${kind}`, { count: Number(outcome[kind]) }));
    const notices = Array.isArray(outcome.notices) ? outcome.notices.map(String) : [];
    return [...counts, ...notices].join(", ") || t("deliveries.nothing");
  };
}

export function DeliveryRow({ delivery, onOpen }: { delivery: Delivery; onOpen: () => void }) {
  const format = useFormat();
  const outcomeText = useOutcomeText();
  return (
    <li>
      <button type="button" onClick={onOpen} className="focus-inset flex min-h-12 w-full items-center gap-3 px-4 py-2 text-left hover:bg-hover sm:px-5">
        <span className="flex min-w-0 flex-1 items-center gap-x-3 max-sm:flex-col max-sm:items-start">
          <time dateTime={delivery.receivedAt} className="w-28 shrink-0 text-sm tabular-nums text-ink-soft">{format.short(delivery.receivedAt)}</time>
          <span className="min-w-0 max-w-full truncate text-base">{outcomeText(delivery)}</span>
        </span>
        <DeliveryMark delivery={delivery} />
        <ChevronRight className="size-4 shrink-0 text-ink-faint" aria-hidden />
      </button>
    </li>
  );
}
