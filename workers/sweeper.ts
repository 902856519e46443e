import { sweep, tidy } from "#lib/jobs/sweep.ts";
import { logger } from "#lib/logger.ts";
import { redis } from "#lib/redis.ts";

const sweepMs = 2_000;
const tidyMs = 30_000;

/** Finds what is owed and has no job, and tidies up. */
export function startSweeper(): () => Promise<void> {
  let busy: Promise<void> | undefined;
  const every = (ms: number, name: string, work: () => Promise<void>) => setInterval(() => {
    if (busy) return;
    busy = work().catch((error) => logger.warn({ err: error }, `${name} failed; trying again`)).finally(() => (busy = undefined));
  }, ms);
  const timers = [every(sweepMs, "the sweep", () => sweep(redis.status === "ready")), every(tidyMs, "tidying", tidy)];
  return async () => {
    timers.forEach(clearInterval);
    await busy;
  };
}
