import { systemQuery } from "../db/system.ts";
import { onProcess } from "../db/on-process.ts";
import { redis } from "../redis.ts";
import { withinTwoSeconds } from "./within-two-seconds.ts";

export type Health = { status: "ok" | "unavailable"; database: Part; redis: Part; migrations: Part; worker: Part };
type Part = { ok: boolean; detail?: string };

/** False while the process starts or stops: balancers stop sending. */
export const readiness = onProcess("readiness", () => ({ ready: false }));

/**
 * What this process stands on. Redis away only delays things, but someone should look: it counts as unavailable, while
 * requests are still answered. The worker is judged by the age of the oldest event nobody has dispatched.
 */
export async function checkHealth(): Promise<Health> {
  const part = (work: Promise<string | undefined>): Promise<Part> => withinTwoSeconds(work).then((detail) => (detail ? { ok: false, detail } : { ok: true }), (error: Error) => ({ ok: false, detail: error.message || error.name }));
  const [database, redisPart, migrations, worker] = await Promise.all([
    part(systemQuery("select 1").then(() => undefined)),
    part(redis.ping().then(() => undefined)),
    part(systemQuery<{ there: boolean }>("select to_regclass('event_tasks') is not null as there").then((rows) => (rows[0]!.there ? undefined : "not applied: run bin/balcao migrate"))),
    part(systemQuery<{ age: number | null }>("select extract(epoch from now() - min(created_at))::int as age from events where seq is null").then((rows) => ((rows[0]!.age ?? 0) > 60 ? `events wait since ${rows[0]!.age} s: is a worker running?` : undefined))),
  ]);
  const ok = readiness.ready && [database, redisPart, migrations, worker].every((one) => one.ok);
  return { status: ok ? "ok" : "unavailable", database, redis: redisPart, migrations, worker };
}
