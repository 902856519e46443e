import { systemQuery } from "../db/system.ts";
import { db, inAccount } from "../db/tenant.ts";
import { logger } from "../logger.ts";
import { eventCatalog, type RecordedEvent } from "./catalog.ts";
import { subscribers } from "./subscribers.ts";

/** Pause before the next attempt of a subscriber that failed, in seconds; the last one repeats for ever. */
const pauses = [2, 10, 60, 300, 1800, 3600];

/** Does what one subscriber owes for one event. The task row goes when it is done; until then a sweep comes back to it. */
export async function runSubscriber(task: { accountId: number; eventId: string; subscriber: string }): Promise<void> {
  const subscriber = subscribers.find((candidate) => candidate.name === task.subscriber);
  const key = [task.accountId, task.eventId, task.subscriber];
  const claimed = await systemQuery<{ attempts: number }>(
    `update event_tasks set attempts = attempts + 1, run_after = now() + interval '1 minute'
     where account_id = $1 and event_id = $2 and subscriber = $3 and run_after <= now() returning attempts`, key);
  if (!claimed[0]) return;
  try {
    if (subscriber) await inAccount(task.accountId, async () => subscriber.run(await loadEvent(task.accountId, BigInt(task.eventId))));
    await systemQuery("delete from event_tasks where account_id = $1 and event_id = $2 and subscriber = $3", key);
  } catch (error) {
    const pause = pauses[Math.min(claimed[0].attempts, pauses.length) - 1]!;
    logger.error({ err: error, ...task, pause }, "a subscriber failed and will be tried again");
    await systemQuery("update event_tasks set run_after = now() + make_interval(secs => $4), error = $5 where account_id = $1 and event_id = $2 and subscriber = $3",
      [...key, pause, String((error as Error).message).slice(0, 500)]);
  }
}

async function loadEvent(accountId: number, id: bigint): Promise<RecordedEvent> {
  const event = await db.event.findUniqueOrThrow({ where: { accountId_id: { accountId, id } } });
  const name = event.name as RecordedEvent["name"];
  return { ...event, seq: event.seq!, name, payload: eventCatalog[name].parse(event.payload) } as RecordedEvent;
}

/** Tasks whose time has come and that no job has taken: after a crash, a failure, or the loss of Redis. */
export async function owedSubscriberRuns(): Promise<{ accountId: number; eventId: string; subscriber: string }[]> {
  return systemQuery(`select account_id as "accountId", event_id::text as "eventId", subscriber from event_tasks where run_after < now() - interval '2 seconds' order by run_after limit 1000`);
}
