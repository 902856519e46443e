import { Redis } from "ioredis";
import { commandOf } from "./running-process.ts";
import type { Runtime } from "./runtime-file.ts";

/**
 * After the rows were replaced: Redis forgets jobs and limits of the old ones, and the processes of a running bin/start are
 * ended, which starts them again. @returns what the operator still has to do
 */
export async function forgetDerivedState(runtime: Runtime | undefined): Promise<string[]> {
  if (!runtime) return process.env.REDIS_URL ? ["Restart the web and worker processes, and run FLUSHDB on their Redis."] : [];
  const redis = new Redis(runtime.redisUrl, { lazyConnect: true, retryStrategy: () => null });
  redis.on("error", () => {});
  await redis.connect().then(() => redis.flushdb()).catch(() => {});
  redis.disconnect();
  for (const name of ["web", "worker"]) {
    const pid = runtime.processes[name];
    if (pid && commandOf(pid)?.includes("node")) process.kill(pid, "SIGTERM");
  }
  return [];
}
