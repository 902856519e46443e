"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { apiKey } from "#components/hooks/use-api-query.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { call } from "#lib/api-client/call.ts";
import type { ConversationView, Page } from "#lib/api-client/views.ts";
import { routes } from "./cache-adapter.ts";

/** One conversation; at once when a list has it already. */
export function useConversation(id: string) {
  const accountId = useAccountId();
  const client = useQueryClient();
  const input = { params: { accountId, id } };
  return useQuery<ConversationView>({
    queryKey: apiKey(routes.one, input),
    queryFn: ({ signal }) => call(routes.one, input, { signal }),
    initialData: () => {
      for (const [, data] of client.getQueriesData<{ pages?: Page<ConversationView>[]; items?: ConversationView[] }>({ queryKey: [routes.list] })) {
        const found = (data?.pages?.flatMap((page) => page.items) ?? data?.items ?? []).find((item) => item.id === id);
        if (found) return found;
      }
      return undefined;
    },
  });
}
