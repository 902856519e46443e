import type { z } from "zod";

/**
 * Work in the background. BullMQ wakes workers and spreads the load; what is owed stands in Postgres, so a job may be
 * lost, doubled or late without harm: `run` looks at the present state, and `owed` finds what no job has done.
 */
export type Job<Payload extends z.ZodType = z.ZodType> = {
  name: string;
  queue: QueueName;
  /** Ids only. Fields added later are optional for one release. */
  payload: Payload;
  /** Payloads with the same id that wait at the same time are one job. */
  id?: (payload: z.output<Payload>) => string;
  run: () => Promise<(payload: z.output<Payload>) => Promise<unknown>>;
  /** Asked every few seconds by one worker (lib/jobs/sweep.ts). */
  owed?: () => Promise<() => Promise<z.output<Payload>[]>>;
};

export const queueNames = ["inbound", "delivery", "subscribers", "media"] as const;
export type QueueName = (typeof queueNames)[number];

export function defineJob<Payload extends z.ZodType>(job: Job<Payload>): Job<Payload> {
  return job;
}
