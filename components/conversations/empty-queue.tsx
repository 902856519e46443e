"use client";

import { Coffee, Inbox as InboxIcon, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useCan, useAccountId } from "#components/shell/account-provider.tsx";
import { useInboxes } from "#components/shell/reference-data.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useCounts } from "./use-conversations.ts";
import type { Inbox } from "./use-inbox.ts";

/** An empty queue says why, and where to go on. */
export function EmptyQueue({ inbox: { state, go } }: { inbox: Inbox }) {
  const t = useTranslations("conversations");
  const accountId = useAccountId();
  const canConnect = useCan("inbox:manage");
  const inboxes = useInboxes();
  const counts = useCounts();
  if (state.q || state.status || state.inboxId || state.unread) {
    const everywhere = state.q && (state.tab !== "all" || state.status || state.inboxId || state.unread);
    const actions = (
      <>
        {everywhere ? <Button variant="primary" onClick={() => go({ tab: "all", status: null, inboxId: null, unread: false })}>{t("searchEverywhere")}</Button> : null}
        <Button onClick={() => go({ q: "", status: null, inboxId: null, unread: false })}>{t("clearFilters")}</Button>
      </>
    );
    return (
      <EmptyState icon={<SearchX />} title={t("empty.filteredTitle")} action={actions}>
        {state.q ? t("empty.searched", { q: state.q }) : t("empty.filtered")}
      </EmptyState>
    );
  }
  if (!inboxes.length) {
    return (
      <EmptyState icon={<InboxIcon />} title={t("empty.noInboxTitle")} action={canConnect ? <Button asChild variant="primary"><Link href={`/a/${accountId}/settings/inboxes`}>{t("empty.connect")}</Link></Button> : null}>
        {canConnect ? t("empty.noInbox") : t("empty.noInboxAgent")}
      </EmptyState>
    );
  }
  const waiting = state.tab === "mine" ? (counts?.pending ?? 0) : 0;
  const nobodyYet = counts?.inService === 0 && counts.pending === 0;
  const next = waiting > 0
    ? <Button variant="primary" onClick={() => go({ tab: "pending" })}>{t("empty.seePending", { count: waiting })}</Button>
    : nobodyYet && canConnect ? <Button asChild><Link href={`/a/${accountId}/settings/inboxes`}>{t("empty.seeInboxes")}</Link></Button> : null;
  return (
    <EmptyState icon={<Coffee />} title={t(`empty.${state.tab}Title`)} action={next}>
      {t(`empty.${state.tab}`)}
    </EmptyState>
  );
}
