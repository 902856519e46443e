"use client";

import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import type { LoadedThread } from "#components/conversations/apply-events.ts";
import { routes, showAgain } from "#components/conversations/cache-adapter.ts";
import { readByHand } from "#components/conversations/overtaken-reads.ts";
import { apiKey } from "#components/hooks/use-api-query.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { leaveWhenSignedOut } from "#components/shell/query-provider.tsx";
import { call } from "#lib/api-client/call.ts";
import type { ConversationView } from "#lib/api-client/views.ts";

const pageSize = 30;
/** So many messages are on the page at most; beyond, the far end is let go and comes again when one scrolls there. */
const mostLoaded = 300;

const keyOf = (accountId: number, id: string) => apiKey(routes.thread, { params: { accountId, id } });
const read = (accountId: number, id: string, query: object, signal?: AbortSignal) =>
  call(routes.thread, { params: { accountId, id }, query: { limit: pageSize, ...query } }, signal ? { signal } : {});

/** Fetches a thread's end before it is asked for, so that opening it shows it at once. */
export function prefetchThread(client: QueryClient, accountId: number, id: string): void {
  void client.prefetchQuery({ queryKey: keyOf(accountId, id), queryFn: ({ signal }) => read(accountId, id, {}, signal) });
}

/** The loaded stretch of a conversation's thread: at first its end, or the place of the first unread message. */
export function useThread(conversation: ConversationView) {
  const accountId = useAccountId();
  const client = useQueryClient();
  const [loading, setLoading] = useState<"older" | "newer" | null>(null);
  const key = keyOf(accountId, conversation.id);
  const deep = conversation.unreadCount > pageSize - 5;
  const query = useQuery<LoadedThread>({
    queryKey: key,
    queryFn: ({ signal }) => read(accountId, conversation.id, deep ? { around: conversation.seenSeq } : {}, signal),
  });

  const load = (query: object, join: (thread: LoadedThread | undefined, page: LoadedThread) => LoadedThread | undefined) => readByHand(
    () => read(accountId, conversation.id, query),
    (page) => client.setQueryData<LoadedThread>(key, (thread) => join(thread, page)),
    (missed) => showAgain(client, key, missed),
  );

  const isLoading = useRef(false);
  /** The next page at one side. What comes from afar is let go at the other. What fails is tried again when one scrolls on. */
  const loadMore = useCallback(async (side: "older" | "newer") => {
    const from = cursorOf(client.getQueryData<LoadedThread>(key), side);
    if (!from || isLoading.current) return;
    isLoading.current = true;
    setLoading(side);
    await load(side === "older" ? { before: from } : { after: from }, (now, page) => (now && cursorOf(now, side) === from ? joinPage(now, page, side) : now)).catch(leaveWhenSignedOut);
    isLoading.current = false;
    setLoading(null);
  }, [accountId, conversation.id]);
  const loadOlder = useCallback(() => loadMore("older"), [loadMore]);
  const loadNewer = useCallback(() => loadMore("newer"), [loadMore]);

  /** Shows the stretch around a place (null: the end), instead of what is loaded. */
  const jumpTo = useCallback(async (seq: number | null) => load(seq === null ? {} : { around: seq }, (_, page) => page).catch(leaveWhenSignedOut), [accountId, conversation.id]);

  return { ...query, loading, loadOlder, loadNewer, jumpTo };
}

function cursorOf(thread: LoadedThread | undefined, side: "older" | "newer"): number | null {
  return (side === "older" ? thread?.next : thread?.newer) ?? null;
}

/** A page that belongs at this side of what is loaded. */
function joinPage(thread: LoadedThread, page: LoadedThread, side: "older" | "newer"): LoadedThread {
  const known = new Set(thread.items.map((item) => item.id));
  const added = page.items.filter((item) => !known.has(item.id));
  if (side === "older") {
    const items = [...added, ...thread.items];
    const kept = items.slice(0, mostLoaded);
    return { items: kept, next: page.next, newer: kept.length < items.length ? kept.at(-1)!.seq : thread.newer };
  }
  const items = [...thread.items, ...added];
  const kept = items.slice(-mostLoaded);
  return { items: kept, next: kept.length < items.length ? kept[0]!.seq : thread.next, newer: page.newer };
}
