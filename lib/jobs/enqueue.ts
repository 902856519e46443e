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

/** In a rush, a worker is called to the same work once in this many milliseconds. */
const restMs = 25;
/** The jobs with an id that were called just now, and whether one more call has to follow: the first may be over already. */
const calledJustNow = new Map<string, { again: boolean }>();

/** Wakes a worker for each payload. Never throws: without Redis the sweep does it some seconds later. */
export async function enqueue<Name extends JobName>(name: Name, payloads: JobPayload<Name>[]): Promise<void> {
  const idOf = jobCatalog[name].id as ((payload: JobPayload<Name>) => string) | undefined;
  if (!idOf) return add(name, payloads);
  const keyOf = (payload: JobPayload<Name>) => `${name} ${idOf(payload)}`;
  const called = payloads.filter((payload) => !isCalled(keyOf(payload)));
  if (!called.length) return;
  await add(name, called);
  setTimeout(() => {
    const more = called.filter((payload) => calledJustNow.get(keyOf(payload))!.again);
    for (const payload of called) calledJustNow.delete(keyOf(payload));
    void enqueue(name, more);
  }, restMs);
}

function isCalled(key: string): boolean {
  const call = calledJustNow.get(key);
  if (call) call.again = true;
  else calledJustNow.set(key, { again: false });
  return call !== undefined;
}

async function add<Name extends JobName>(name: Name, payloads: JobPayload<Name>[]): Promise<void> {
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
