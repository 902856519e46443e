import { hashKey, type InfiniteData, type Query, type QueryClient, type QueryFilters, type QueryKey } from "@tanstack/react-query";
import type { RouteName } from "#lib/api-client/call.ts";
import type { ConversationView, Page, QueueCounts, RealtimeEvent } from "#lib/api-client/views.ts";
import { applyEvents, type InboxCache, type LoadedThread } from "./apply-events.ts";
import { type Batch, keepForReads, readByHand } from "./overtaken-reads.ts";
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

/** Shows facts: runs the pure `applyEvents` over TanStack Query's cache and writes back what changed. */
export function applyToCache(client: QueryClient, events: readonly RealtimeEvent[], looking: Looking): void {
  keepForReads(client, [routes.list, routes.counts, routes.one, routes.thread], { events, looking });
  show(client, events, looking);
  for (const event of events) {
    // Asked for again, and answered as one that does not exist: the screen lets go of it.
    if (event.name === "conversation.hidden") void client.resetQueries({ queryKey: [routes.one], predicate: ({ queryKey }) => idOf(queryKey) === event.conversationId });
    if (event.name === "settings.changed" && event.what && event.what in routes) void client.invalidateQueries({ queryKey: [routes[event.what as "teams"]] });
    if (event.name === "contact.updated") for (const key of [routes.contact, routes.contacts]) void client.invalidateQueries({ queryKey: [key] });
  }
}

/**
 * Shows what was shown while a read was on its way once more, in its answer alone: facts replace what they tell of, so that
 * one which the answer knew already does no harm, and counts know how far they have come.
 */
export function showAgain(client: QueryClient, key: QueryKey, missed: readonly Batch[]): void {
  for (const { events, looking } of missed) show(client, events, looking, key);
}

/**
 * Makes a change and shows its answer, or `otherwise` when it is refused; then once more what was shown while it was on its
 * way, for an answer may be overtaken by what followed from it (sent, and refused by the provider). @throws what `ask` throws
 */
export async function showAnswer<Answer>(client: QueryClient, looking: Looking, ask: () => Promise<Answer>, fact: (answer: Answer) => RealtimeEvent, otherwise?: RealtimeEvent): Promise<Answer> {
  let outcome!: PromiseSettledResult<Answer>;
  await readByHand(
    async () => { [outcome] = await Promise.allSettled([ask()]); },
    () => {
      const shown = outcome.status === "fulfilled" ? fact(outcome.value) : otherwise;
      if (shown) applyToCache(client, [shown], looking);
    },
    // Queue counts were stepped when these were shown first.
    (missed) => missed.forEach((batch) => show(client, batch.events.map((event) => ({ ...event, before: null, after: null })), batch.looking)),
  );
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}

/** `only`: the one entry to change. */
function show(client: QueryClient, events: readonly RealtimeEvent[], looking: Looking, only?: QueryKey): void {
  const chosen = only && hashKey(only);
  const of = (route: RouteName) => ({ queryKey: [route], predicate: ({ queryHash }: Query) => !chosen || queryHash === chosen });
  const lists = client.getQueriesData<ListData>(of(routes.list)).filter(([, data]) => data);
  const before: InboxCache = {
    lists: lists.map(([key, data]) => readList(key, data!)),
    conversations: new Map(entries<ConversationView>(client, of(routes.one))),
    threads: new Map(entries<LoadedThread>(client, of(routes.thread))),
    counts: client.getQueriesData<QueueCounts>(of(routes.counts))[0]?.[1] ?? null,
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

function entries<Value>(client: QueryClient, filters: QueryFilters): [string, Value][] {
  return client.getQueriesData<Value>(filters).flatMap(([key, data]) => (data === undefined ? [] : [[idOf(key), data] as [string, Value]]));
}

function idOf(key: QueryKey): string {
  return (key[1] as OneInput | undefined)?.params.id ?? "";
}
