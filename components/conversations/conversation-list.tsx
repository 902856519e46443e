"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useErrorText } from "#components/hooks/use-error-text.ts";
import { useShortcuts } from "#components/hooks/use-shortcuts.ts";
import { prefetchThread } from "#components/messages/use-thread.ts";
import { usePresent } from "#components/shell/account-provider.tsx";
import { useInboxes, useLabels, useTeams } from "#components/shell/reference-data.ts";
import { ErrorState } from "#components/ui/error-state.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { ConversationCard } from "./conversation-card.tsx";
import { EmptyQueue } from "./empty-queue.tsx";
import { listQueryOf } from "./inbox-url.ts";
import { useConversations } from "./use-conversations.ts";
import type { Inbox } from "./use-inbox.ts";

const cardHeight = 89;

/** A queue, newest activity first; only what is in sight is drawn. */
export function ConversationList({ inbox }: { inbox: Inbox }) {
  const t = useTranslations("conversations");
  const errorText = useErrorText();
  const client = useQueryClient();
  const { profile, account } = usePresent();
  const { state, go, hrefOf } = inbox;
  const query = useMemo(() => listQueryOf(state), [state.tab, state.status, state.inboxId, state.unread, state.q]);
  const { items, isPending, isError, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useConversations(query);
  const inboxes = useById(useInboxes());
  const teams = useById(useTeams());
  const labels = useById(useLabels());
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: items.length, getScrollElement: () => scroller.current, estimateSize: () => cardHeight, overscan: 8, getItemKey: (index) => items[index]!.id });

  const goRef = useRef(go);
  goRef.current = go;
  const open = useCallback((id: string) => goRef.current({ openId: id, panel: null }), []);
  const warm = useCallback((id: string) => prefetchThread(client, account.id, id), [client, account.id]);

  const visible = rows.getVirtualItems();
  const lastVisible = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastVisible >= items.length - 6) void fetchNextPage();
  }, [lastVisible, items.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  function step(by: 1 | -1) {
    const focused = (document.activeElement as HTMLElement | null)?.dataset.conversation ?? state.openId;
    const at = items.findIndex((item) => item.id === focused);
    const next = at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + by));
    if (!items[next]) return;
    rows.scrollToIndex(next);
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-conversation="${items[next]!.id}"]`)?.focus());
  }
  useShortcuts({ j: () => step(1), k: () => step(-1) });

  if (isPending) return <SkeletonRows rows={9} label={t("loadingList")} />;
  if (isError && !items.length) return <ErrorState onRetry={() => void refetch()}>{errorText(error)}</ErrorState>;
  if (!items.length) return <EmptyQueue inbox={inbox} />;
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain" data-testid="conversation-list">
      <ul aria-label={t("listLabel")} className="relative" style={{ height: rows.getTotalSize() }}>
        {visible.map((row) => {
          const conversation = items[row.index]!;
          return (
            <li key={row.key} aria-setsize={hasNextPage ? -1 : items.length} aria-posinset={row.index + 1} className="absolute inset-x-0 top-0" style={{ height: cardHeight, transform: `translateY(${row.start}px)` }}>
              <ConversationCard
                conversation={conversation}
                inbox={inboxes.get(conversation.inboxId)}
                team={conversation.teamId ? teams.get(conversation.teamId) : undefined}
                labels={conversation.labelIds.flatMap((id) => labels.get(id) ?? [])}
                userId={profile.id}
                href={hrefOf({ openId: conversation.id, panel: null })}
                isOpen={conversation.id === state.openId}
                onOpen={open}
                onHover={warm}
              />
            </li>
          );
        })}
      </ul>
      {isFetchingNextPage ? <div role="status" aria-label={t("loadingMore")} className="grid h-12 place-items-center text-ink-faint"><Spinner /></div> : null}
    </div>
  );
}

function useById<Item extends { id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return useMemo(() => new Map(items.map((item) => [item.id, item])), [items]);
}
