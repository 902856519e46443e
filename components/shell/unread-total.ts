"use client";

import { useApiQuery } from "#components/hooks/use-api-query.ts";
import { useAccountId } from "./account-provider.tsx";

/** How many of my conversations hold something unread: the first page of them is enough for a badge. */
export function useUnreadTotal(): number {
  const accountId = useAccountId();
  const { data } = useApiQuery("GET /api/accounts/{accountId}/conversations", { params: { accountId }, query: { tab: "mine", unread: true, limit: 100 } });
  // The open one stays in the list of unread ones when it has been read.
  return data?.items.filter((conversation) => conversation.unreadCount > 0).length ?? 0;
}
