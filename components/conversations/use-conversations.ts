"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useApiQuery } from "#components/hooks/use-api-query.ts";
import { useAccountId, usePresent } from "#components/shell/account-provider.tsx";
import { call } from "#lib/api-client/call.ts";
import type { ConversationView } from "#lib/api-client/views.ts";
import type { ListQuery, Looking } from "./place-in-list.ts";
import { routes } from "./cache-adapter.ts";

const pageSize = 30;

/** A queue's conversations, page after page. Sockets change them in place (cache-adapter.ts). */
export function useConversations(query: ListQuery) {
  const accountId = useAccountId();
  const input = { params: { accountId }, query };
  const result = useInfiniteQuery({
    queryKey: [routes.list, input, "pages"],
    queryFn: ({ pageParam, signal }) => call(routes.list, { params: { accountId }, query: { ...query, limit: pageSize, ...(pageParam ? { after: pageParam } : {}) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // Typing in the search box keeps what was there until the answer comes; another queue starts clean.
    placeholderData: query.q ? keepPreviousData : undefined,
  });
  const items = useMemo(() => unique(result.data?.pages.flatMap((page) => page.items) ?? []), [result.data]);
  return { ...result, items };
}

/** A conversation that moved up while a page was on its way may come twice. */
function unique(items: ConversationView[]): ConversationView[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(item.id) && seen.add(item.id));
}

export function useCounts() {
  const accountId = useAccountId();
  return useApiQuery(routes.counts, { params: { accountId } }).data;
}

/** Who is looking, as the pure functions want it. */
export function useLooking(openId: string | null): Looking {
  const { profile, account } = usePresent();
  return useMemo(() => ({ userId: profile.id, inboxIds: account.inboxIds, visibleTeamIds: account.visibleTeamIds, openId }), [profile, account, openId]);
}
