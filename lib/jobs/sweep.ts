import { removeUnsentFiles } from "../files/remove-unsent-files.ts";
import { systemQuery, systemTransaction } from "../db/system.ts";
import { logger } from "../logger.ts";
import { jobCatalog, type JobName } from "./catalog.ts";
import { enqueueOwed } from "./enqueue-owed.ts";

const sweepLock = 7_420_002;

/**
 * Looks in Postgres for what is owed and has no job (lost with Redis, never enqueued, its worker killed) and makes one.
 * When Redis itself is away the work is done here, slowly, rather than not at all. One process sweeps at a time.
 */
export async function sweep(redisIsUp: boolean): Promise<void> {
  const due = await systemTransaction(async (client) => {
    const lock = await client.query<{ mine: boolean }>("select pg_try_advisory_xact_lock($1) as mine", [sweepLock]);
    if (!lock.rows[0]!.mine) return [];
    const found: { name: JobName; payloads: unknown[] }[] = [];
    for (const [name, job] of Object.entries(jobCatalog)) {
      const owed = job.owed && (await job.owed());
      if (owed) found.push({ name: name as JobName, payloads: await owed() });
    }
    return found;
  });
  for (const { name, payloads } of due) {
    if (redisIsUp) await enqueueOwed(name, payloads as never);
    else {
      const run = await jobCatalog[name].run();
      for (const payload of payloads) await run(payload as never).catch((error) => logger.error({ err: error, job: name }, "job failed"));
    }
  }
}

/** Once in a while: folds the count ledger and forgets what is past its time. */
export async function tidy(): Promise<void> {
  await systemQuery("select fold_conversation_counts(500)");
  await systemQuery("delete from idempotency_keys where created_at < now() - interval '1 day'");
  await systemQuery("delete from early_events where created_at < now() - interval '7 days'");
  await removeUnsentFiles();
  await systemQuery("delete from sessions where coalesce(revoked_at, expires_at) < now() - interval '30 days'");
}
