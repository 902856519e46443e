import { Worker } from "bullmq";
import { env } from "../env.ts";
import { logger } from "../logger.ts";
import { patientRedis } from "../redis.ts";
import { jobCatalog, type JobName } from "./catalog.ts";
import { queueNames } from "./define-job.ts";

/** Starts one BullMQ worker per queue. Returns the way to stop: what runs is finished, nothing new begun. */
export function startWorkers(): () => Promise<void> {
  const workers = queueNames.map((name) => {
    const worker = new Worker(name, async (job) => {
      const definition = jobCatalog[job.name as JobName];
      if (!definition) return logger.warn({ job: job.name }, "unknown job");
      const run = await definition.run();
      await run(definition.payload.parse(job.data) as never);
    }, {
      connection: patientRedis(), prefix: "balcao:jobs", concurrency: env().WORKER_CONCURRENCY,
      // Two crashes in one job would leave it failed for ever; the job itself is safe to repeat.
      maxStalledCount: 20, lockDuration: 30_000, stalledInterval: 10_000,
    });
    worker.on("failed", (job, error) => logger.error({ err: error, job: job?.name, data: job?.data }, "job failed"));
    worker.on("error", () => {});
    return worker;
  });
  return async () => {
    await Promise.all(workers.map((worker) => worker.close()));
  };
}
