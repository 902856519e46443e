import { startWorkers } from "#lib/jobs/work.ts";

/** Runs the jobs of lib/jobs/catalog.ts. */
export function startJobs(): () => Promise<void> {
  return startWorkers();
}
