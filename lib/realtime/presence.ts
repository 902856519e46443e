import { accountKey, redis } from "../redis.ts";
import { publishEphemeral } from "./ephemeral.ts";
import { accountRoom } from "./rooms.ts";

/** How long someone counts as here without a sign of life, in seconds; renewed by each process every 20. */
const lifeSeconds = 45;
/** Screens are told this long after the first change, in milliseconds. */
const tellMs = 250;

/** Someone opened the dashboard, or still has it open. Tells the account's screens when that is news. */
export async function noteHere(accountId: number, userIds: string[]): Promise<void> {
  const key = accountKey(accountId, "presence");
  const until = Date.now() + lifeSeconds * 1000;
  try {
    const [gone, ...added] = (await redis.multi().zremrangebyscore(key, 0, Date.now()).zadd(key, ...userIds.flatMap((id) => [until, id])).expire(key, lifeSeconds * 2).exec())!.map(([, result]) => Number(result));
    if (gone || added[0]) tell(accountId);
  } catch {
    // Without Redis nobody knows who else is here.
  }
}

export async function noteGone(accountId: number, userId: string): Promise<void> {
  try {
    await redis.zrem(accountKey(accountId, "presence"), userId);
    tell(accountId);
  } catch {
    // As above.
  }
}

export async function whoIsHere(accountId: number): Promise<string[]> {
  return redis.zrangebyscore(accountKey(accountId, "presence"), Date.now(), "+inf").catch(() => []);
}

/** Accounts whose screens are about to be told. */
const telling = new Set<number>();

/** Everyone comes back at once after an outage: who is here is told once for all of them, not once for each to each. */
function tell(accountId: number): void {
  if (telling.has(accountId)) return;
  telling.add(accountId);
  setTimeout(async () => {
    telling.delete(accountId);
    publishEphemeral({ namespace: "/", rooms: [accountRoom(accountId)], event: "presence", data: { online: await whoIsHere(accountId) } });
  }, tellMs);
}
