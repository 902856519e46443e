"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useInboxes } from "#components/shell/reference-data.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import { ListFilters } from "./list-filters.tsx";
import { QueueTabs } from "./queue-tabs.tsx";
import { SearchBox } from "./search-box.tsx";
import type { Inbox } from "./use-inbox.ts";

/** What steers the list: search, filters, queues, all or unread. */
export function ListHeader({ inbox }: { inbox: Inbox }) {
  const t = useTranslations("conversations");
  const { state, go } = inbox;
  const inboxName = useInboxes().find((each) => each.id === state.inboxId)?.name;
  return (
    <header className="shrink-0 border-b border-line pt-safe">
      <div className="flex items-center gap-1.5 px-3 pb-2 pt-3">
        <h1 className="sr-only">{t("title")}</h1>
        <SearchBox value={state.q} onChange={(q) => go({ q }, { replace: true })} />
        <ListFilters inbox={inbox} />
      </div>
      <QueueTabs tab={state.tab} onChange={(tab) => go({ tab })} />
      <div className="flex flex-wrap items-center gap-1.5 px-3 py-2">
        <Segmented label={t("readFilter")} value={state.unread ? "unread" : "all"} onValueChange={(value) => go({ unread: value === "unread" })} options={[{ value: "all", label: t("everything") }, { value: "unread", label: t("unread") }]} />
        {state.status ? <FilterChip label={t(`status.${state.status}`)} onRemove={() => go({ status: null })} /> : null}
        {state.inboxId ? <FilterChip label={inboxName ?? "…"} onRemove={() => go({ inboxId: null })} /> : null}
      </div>
    </header>
  );
}

function FilterChip({ label, onRemove }: { label: string; onRemove: () => void }) {
  const t = useTranslations("conversations");
  return (
    <button type="button" onClick={onRemove} aria-label={t("removeFilter", { name: label })} className="inline-flex h-7 max-w-36 items-center gap-1 rounded-md bg-accent-soft px-2 text-sm font-medium text-accent-text hover:bg-accent-line/60 max-md:h-11">
      <span className="truncate">{label}</span>
      <X aria-hidden className="size-3.5 shrink-0" />
    </button>
  );
}
