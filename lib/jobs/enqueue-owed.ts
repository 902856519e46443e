import { logger } from "../logger.ts";
import { jobCatalog, type JobName, type JobPayload } from "./catalog.ts";
import { queue } from "./enqueue.ts";

/** How long the sweep leaves a job of its own to be worked before it makes another for the same work, in milliseconds. */
const patienceMs = 5_000;

/**
 * For what the sweep found undone. The job that should have done it may be in the hands of a dead worker for half a minute
 * more, and swallows every call with its id until then: so this one has an id of its own, which counts for some seconds.
 */
export async function enqueueOwed<Name extends JobName>(name: Name, payloads: JobPayload<Name>[]): Promise<void> {
  if (!payloads.length) return;
  try {
    await queue(jobCatalog[name].queue).addBulk(payloads.map((data) => ({ name, data, opts: { deduplication: { id: `owed ${JSON.stringify(data)}`, ttl: patienceMs } } })));
  } catch (error) {
    logger.debug({ err: (error as Error).message, name }, "the sweep could not wake a worker; it tries again");
  }
}
