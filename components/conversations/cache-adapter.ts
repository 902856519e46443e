import type { InfiniteData, QueryClient, QueryKey } from "@tanstack/react-query";
import type { RouteName } from "#lib/api-client/call.ts";
import type { ConversationView, Page, QueueCounts, RealtimeEvent } from "#lib/api-client/views.ts";
import { applyEvents, type InboxCache, type LoadedThread } from "./apply-events.ts";
import type { ListQuery, LoadedList, Looking } from "./place-in-list.ts";

export const routes = {
  list: "GET /api/accounts/{accountId}/conversations",
  counts: "GET /api/accounts/{accountId}/conversations/counts",
  one: "GET /api/accounts/{accountId}/conversations/{id}",
  thread: "GET /api/accounts/{accountId}/conversations/{id}/messages",
  agents: "GET /api/accounts/{accountId}/agents",
  teams: "GET /api/accounts/{accountId}/teams",
  labels: "GET /api/accounts/{accountId}/labels",
  inboxes: "GET /api/accounts/{accountId}/inboxes",
  contact: "GET /api/accounts/{accountId}/contacts/{id}",
  contacts: "GET /api/accounts/{accountId}/contacts",
} as const satisfies Record<string, RouteName>;

type ListInput = { params: { accountId: number }; query?: ListQuery };
type OneInput = { params: { accountId: number; id: string } };
type Pages = InfiniteData<Page<ConversationView>>;
type ListData = Pages | Page<ConversationView>;

/** Runs the pure `applyEvents` over TanStack Query's cache and writes back what changed. */
export function applyToCache(client: QueryClient, events: readonly RealtimeEvent[], looking: Looking): void {
  const lists = client.getQueriesData<ListData>({ queryKey: [routes.list] }).filter(([, data]) => data);
  const before: InboxCache = {
    lists: lists.map(([key, data]) => readList(key, data!)),
    conversations: new Map(entries<ConversationView>(client, routes.one)),
    threads: new Map(entries<LoadedThread>(client, routes.thread)),
    counts: client.getQueriesData<QueueCounts>({ queryKey: [routes.counts] })[0]?.[1] ?? null,
  };
  const after = applyEvents(before, events, looking);

  after.lists.forEach((list, index) => {
    if (list !== before.lists[index]) client.setQueryData<ListData>(lists[index]![0], (data) => data && writeList(data, list));
  });
  for (const [id, conversation] of after.conversations)
    if (conversation !== before.conversations.get(id)) client.setQueriesData<ConversationView>({ queryKey: [routes.one], predicate: ({ queryKey }) => idOf(queryKey) === id }, conversation);
  for (const [id, thread] of after.threads)
    if (thread !== before.threads.get(id)) client.setQueriesData<LoadedThread>({ queryKey: [routes.thread], predicate: ({ queryKey }) => idOf(queryKey) === id }, thread);
  if (after.counts && after.counts !== before.counts) client.setQueriesData<QueueCounts>({ queryKey: [routes.counts] }, after.counts);

  for (const event of events) {
    // Asked for again, and answered as one that does not exist: the screen lets go of it.
    if (event.name === "conversation.hidden") void client.resetQueries({ queryKey: [routes.one], predicate: ({ queryKey }) => idOf(queryKey) === event.conversationId });
    if (event.name === "settings.changed" && event.what && event.what in routes) void client.invalidateQueries({ queryKey: [routes[event.what as "teams"]] });
    if (event.name === "contact.updated") for (const key of [routes.contact, routes.contacts]) void client.invalidateQueries({ queryKey: [key] });
  }
}

function readList(key: QueryKey, data: ListData): LoadedList {
  const query = (key[1] as ListInput | undefined)?.query ?? {};
  if ("pages" in data) return { query, items: data.pages.flatMap((page) => page.items), complete: data.pages.at(-1)?.next === null };
  return { query, items: data.items, complete: data.next === null };
}

/** Pages keep their number and their cursors; what has moved goes to the first one. */
function writeList(data: ListData, list: LoadedList): ListData {
  if (!("pages" in data)) return { ...data, items: [...list.items] };
  const sizes = data.pages.map((page) => page.items.length);
  const grown = list.items.length - sizes.reduce((sum, size) => sum + size, 0);
  let from = 0;
  const pages = data.pages.map((page, index) => {
    const isLast = index === data.pages.length - 1;
    const to = isLast ? list.items.length : Math.max(from, from + sizes[index]! + (index === 0 ? grown : 0));
    const items = list.items.slice(from, to);
    from = to;
    return { ...page, items };
  });
  return { ...data, pages };
}

function entries<Value>(client: QueryClient, route: RouteName): [string, Value][] {
  return client.getQueriesData<Value>({ queryKey: [route] }).flatMap(([key, data]) => (data === undefined ? [] : [[idOf(key), data] as [string, Value]]));
}

function idOf(key: QueryKey): string {
  return (key[1] as OneInput | undefined)?.params.id ?? "";
}
