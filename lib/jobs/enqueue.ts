import { Queue } from "bullmq";
import { onProcess } from "../db/on-process.ts";
import { logger } from "../logger.ts";
import { redis } from "../redis.ts";
import { jobCatalog, type JobName, type JobPayload } from "./catalog.ts";
import type { QueueName } from "./define-job.ts";

const queues = onProcess("queues", () => new Map<QueueName, Queue>());

export function queue(name: QueueName): Queue {
  let known = queues.get(name);
  if (!known) {
    known = new Queue(name, { connection: redis, prefix: "balcao:jobs", skipWaitingForReady: true, defaultJobOptions: { removeOnComplete: true, removeOnFail: 100 } });
    known.on("error", () => {});
    queues.set(name, known);
  }
  return known;
}

/** Wakes a worker for each payload. Never throws: without Redis the sweep does it some seconds later. */
export async function enqueue<Name extends JobName>(name: Name, payloads: JobPayload<Name>[]): Promise<void> {
  if (!payloads.length) return;
  const job = jobCatalog[name];
  try {
    await queue(job.queue).addBulk(payloads.map((data) => ({
      name, data,
      // While one with this id waits, it will see our change too; while it runs, one more follows it.
      opts: job.id ? { deduplication: { id: job.id(data as never), keepLastIfActive: true } } : {},
    })));
  } catch (error) {
    logger.debug({ err: (error as Error).message, name }, "could not wake a worker; the sweep will");
  }
}
