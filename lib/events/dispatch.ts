import { systemTransaction } from "../db/system.ts";
import { wake } from "../db/wake.ts";
import { failpoint } from "../failpoint.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { EventName } from "./catalog.ts";
import { subscribersOf } from "./subscribers.ts";

/** At most so many events at once; fewer were all there are. */
export const dispatchBatch = 500;
const dispatcherLock = 7_420_001;

/**
 * Gives committed events their sequence and notes what each subscriber owes, in one transaction. One dispatcher works at
 * a time (advisory lock), so a sequence number never appears after a higher one was already visible.
 * @returns how many events it took; 0 also when another process is at it
 */
export async function dispatchEvents(): Promise<number> {
  const taken = await systemTransaction(async (client) => {
    const lock = await client.query<{ mine: boolean }>({ name: "dispatcher lock", text: "select pg_try_advisory_xact_lock($1) as mine", values: [dispatcherLock] });
    if (!lock.rows[0]!.mine) return [];
    const events = await client.query<{ account_id: number; id: string; name: EventName; payload: unknown }>({
      name: "sequence events",
      text: `update events e set seq = o.seq
        from (select b.account_id, b.id, nextval('events_seq') as seq
              from (select account_id, id from events where seq is null order by id limit ${dispatchBatch}) b) o
        where e.account_id = o.account_id and e.id = o.id returning e.account_id, e.id, e.name, e.payload`,
    });
    const tasks = events.rows.flatMap((event) => subscribersOf(event.name, event.payload).map((subscriber) => ({ accountId: event.account_id, eventId: event.id, subscriber: subscriber.name })));
    if (tasks.length)
      await client.query({
        name: "note tasks",
        text: "insert into event_tasks (account_id, event_id, subscriber, run_after) select a, e, s, now() from unnest($1::int[], $2::bigint[], $3::text[]) as t(a, e, s)",
        values: [tasks.map((task) => task.accountId), tasks.map((task) => task.eventId), tasks.map((task) => task.subscriber)],
      });
    if (events.rows.length) failpoint("before-dispatch-commit");
    return tasks.length || events.rows.length ? [{ tasks, events: events.rows.length }] : [];
  });
  if (!taken[0]) return 0;
  failpoint("after-dispatch-commit");
  wake("events");
  await enqueue("run-subscriber", taken[0].tasks);
  return taken[0].events;
}
