"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { useFormat } from "#components/hooks/use-format.ts";
import type { QueueTab } from "#lib/api-client/views.ts";
import { queueTabs } from "./tab-of.ts";
import { useCounts } from "./use-conversations.ts";

/** The queues, with live counts. */
export function QueueTabs({ tab, onChange }: { tab: QueueTab; onChange: (tab: QueueTab) => void }) {
  const t = useTranslations("conversations");
  const format = useFormat();
  const counts = useCounts();
  const countOf = (each: QueueTab): number | undefined => (each === "all" ? undefined : counts?.[each === "in-service" ? "inService" : each]);

  function onKeyDown(event: KeyboardEvent) {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (!by) return;
    const next = queueTabs[(queueTabs.indexOf(tab) + by + queueTabs.length) % queueTabs.length]!;
    onChange(next);
    document.getElementById(`queue-${next}`)?.focus();
  }

  return (
    <div role="tablist" aria-label={t("queues")} onKeyDown={onKeyDown} className="flex justify-between overflow-x-auto px-2 [scrollbar-width:none]">
      {queueTabs.map((each) => {
        const count = countOf(each);
        return (
          <button
            key={each}
            id={`queue-${each}`}
            type="button"
            role="tab"
            aria-selected={each === tab}
            aria-controls="conversation-list"
            tabIndex={each === tab ? 0 : -1}
            onClick={() => onChange(each)}
            className="focus-inset -mb-px flex h-8 shrink-0 items-center gap-1 whitespace-nowrap border-b-2 border-transparent px-1 text-[0.78125rem] font-medium text-ink-faint hover:text-ink aria-selected:border-accent aria-selected:text-ink max-md:h-11"
          >
            {t(`tabs.${each}`)}
            {count !== undefined ? <span data-count={each} className={`rounded-xs px-1 text-2xs leading-4 tabular-nums ${each === tab ? "bg-accent-soft text-accent-text" : "bg-sunken text-ink-faint"}`}>{format.number(count)}</span> : null}
          </button>
        );
      })}
    </div>
  );
}
