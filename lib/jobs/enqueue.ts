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

/** Of the jobs with an id: those whose call is under way, and whether one more has to follow it. */
const calling = new Map<string, { again: boolean }>();

/** Wakes a worker for each payload. Never throws: without Redis the sweep does it some seconds later. */
export async function enqueue<Name extends JobName>(name: Name, payloads: JobPayload<Name>[]): Promise<void> {
  const key = (payload: JobPayload<Name>) => `${name} ${jobCatalog[name].id?.(payload as never)}`;
  // A call under way may already have been heard: what happened since needs one of its own, but only one.
  const called = jobCatalog[name].id ? payloads.filter((payload) => !isUnderWay(key(payload))) : payloads;
  if (!called.length) return;
  await add(name, called);
  if (!jobCatalog[name].id) return;
  const more = called.filter((payload) => calling.get(key(payload))?.again);
  for (const payload of called) calling.delete(key(payload));
  await enqueue(name, more);
}

function isUnderWay(key: string): boolean {
  const call = calling.get(key);
  if (call) call.again = true;
  else calling.set(key, { again: false });
  return call !== undefined;
}

async function add<Name extends JobName>(name: Name, payloads: JobPayload<Name>[]): Promise<void> {
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
