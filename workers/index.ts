import os from "node:os";
import { assertIsolation } from "#lib/db/assert-isolation.ts";
import { systemPool } from "#lib/db/system.ts";
import { db, tenantPool } from "#lib/db/tenant.ts";
import { logger } from "#lib/logger.ts";
import { redis } from "#lib/redis.ts";
import { startDispatcher } from "./dispatcher.ts";
import { startJobs } from "./jobs.ts";
import { startSweeper } from "./sweeper.ts";

/** All processes that work in the background. They may run many times over; each finds its own work. */
const processes = [startDispatcher, startJobs, startSweeper];

// On a machine that both share, a webhook is acknowledged before the work behind it goes on.
if (os.getPriority() < 5) os.setPriority(5);
await assertIsolation();
const stops = processes.map((start) => start());
logger.info("working");

let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), 25_000).unref();
  await Promise.allSettled(stops.map((end) => end()));
  await Promise.allSettled([db.$disconnect(), tenantPool.end(), systemPool.end()]);
  redis.disconnect();
  process.exit(0);
}
