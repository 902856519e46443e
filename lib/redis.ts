import { Redis } from "ioredis";
import { onProcess } from "./db/on-process.ts";
import { env } from "./env.ts";
import { logger } from "./logger.ts";

/**
 * Redis wakes workers, spreads typing and presence, and counts attempts. It may be wiped or away at any time: nothing
 * that is owed lives here, so commands fail at once instead of waiting for it.
 */
export const redis = onProcess("redis", () => watched(new Redis(env().REDIS_URL, { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 2_000, retryStrategy })));

/** A connection of its own that waits for Redis as long as it takes: for BullMQ workers and subscriptions. */
export function patientRedis(): Redis {
  return watched(new Redis(env().REDIS_URL, { maxRetriesPerRequest: null, retryStrategy }));
}

/** Every key starts with the account, so that no account's data can be taken for another's. */
export function accountKey(accountId: number, ...parts: (string | number)[]): string {
  return ["balcao", accountId, ...parts].join(":");
}

function retryStrategy(attempt: number): number {
  return Math.min(attempt * 100, 2_000);
}

function watched(client: Redis): Redis {
  let reported = false;
  client.on("error", (error) => {
    if (!reported) logger.warn({ err: error.message }, "Redis is not reachable; going on without it");
    reported = true;
  });
  client.on("ready", () => {
    if (reported) logger.info("Redis is back");
    reported = false;
  });
  return client;
}
