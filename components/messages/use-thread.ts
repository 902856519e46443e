"use client";

import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { LoadedThread } from "#components/conversations/apply-events.ts";
import { routes } from "#components/conversations/cache-adapter.ts";
import { apiKey } from "#components/hooks/use-api-query.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { call } from "#lib/api-client/call.ts";
import type { ConversationView, MessageView } from "#lib/api-client/views.ts";

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

  const put = (change: (thread: LoadedThread) => LoadedThread) => client.setQueryData<LoadedThread>(key, (thread) => thread && change(thread));

  const loadOlder = useCallback(async () => {
    const thread = client.getQueryData<LoadedThread>(key);
    if (!thread?.next || loading) return;
    setLoading("older");
    try {
      const page = await read(accountId, conversation.id, { before: thread.next });
      put((now) => {
        const items = [...missingFrom(now, page.items), ...now.items];
        const kept = items.slice(0, mostLoaded);
        return { items: kept, next: page.next, newer: kept.length < items.length ? kept.at(-1)!.seq : now.newer };
      });
    } finally {
      setLoading(null);
    }
  }, [accountId, conversation.id, loading]);

  const loadNewer = useCallback(async () => {
    const thread = client.getQueryData<LoadedThread>(key);
    if (!thread?.newer || loading) return;
    setLoading("newer");
    try {
      const page = await read(accountId, conversation.id, { after: thread.newer });
      put((now) => {
        const items = [...now.items, ...missingFrom(now, page.items)];
        const kept = items.slice(-mostLoaded);
        return { items: kept, next: kept.length < items.length ? kept[0]!.seq : now.next, newer: page.newer };
      });
    } finally {
      setLoading(null);
    }
  }, [accountId, conversation.id, loading]);

  /** Shows the stretch around a place (null: the end), instead of what is loaded. */
  const jumpTo = useCallback(async (seq: number | null) => {
    const page = await read(accountId, conversation.id, seq === null ? {} : { around: seq });
    client.setQueryData<LoadedThread>(key, page);
  }, [accountId, conversation.id]);

  return { ...query, loading, loadOlder, loadNewer, jumpTo };
}

function missingFrom(thread: LoadedThread, items: readonly MessageView[]): MessageView[] {
  const known = new Set(thread.items.map((item) => item.id));
  return items.filter((item) => !known.has(item.id));
}
