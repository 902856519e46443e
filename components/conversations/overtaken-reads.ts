import type { Query, QueryClient, QueryKey } from "@tanstack/react-query";
import type { RealtimeEvent } from "#lib/api-client/views.ts";
import type { Looking } from "./place-in-list.ts";

/** Facts that were shown together. */
export type Batch = { events: readonly RealtimeEvent[]; looking: Looking };
type Replay = (key: QueryKey, batches: readonly Batch[]) => void;

const missedByQuery = new WeakMap<Query, Batch[]>();
const readsByHand = new Set<Batch[]>();

/**
 * An answer may have left the server before a fact that the screen shows already, and arrive after it: put into the cache as
 * it is, it would take the newer message away again. So what is shown while a read is under way is kept for it.
 */
export function keepForReads(client: QueryClient, routes: readonly unknown[], batch: Batch): void {
  for (const query of client.getQueryCache().findAll({ predicate: ({ queryKey, state }) => routes.includes(queryKey[0]) && state.fetchStatus !== "idle" }))
    missedByQuery.set(query, [...(missedByQuery.get(query) ?? []), batch]);
  for (const missed of readsByHand) missed.push(batch);
}

/** Calls `replay` whenever an answer came into the cache with what was shown while it was on its way. Returns the way to stop. */
export function watchReads(client: QueryClient, replay: Replay): () => void {
  return client.getQueryCache().subscribe(({ type, query, ...event }) => {
    if (type !== "updated" || query.state.fetchStatus !== "idle" || !("action" in event)) return;
    const missed = missedByQuery.get(query);
    missedByQuery.delete(query);
    if (missed && event.action.type === "success" && !event.action.manual) replay(query.queryKey, missed);
  });
}

/** The same for a read (or the answer to a change) that `put` brings into the cache by itself. */
export async function readByHand<Answer>(read: () => Promise<Answer>, put: (answer: Answer) => void, replay: (missed: readonly Batch[]) => void): Promise<void> {
  const missed: Batch[] = [];
  readsByHand.add(missed);
  // Not what `put` itself shows.
  const answer = await read().finally(() => readsByHand.delete(missed));
  put(answer);
  if (missed.length) replay(missed);
}
