import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { onProcess } from "../db/on-process.ts";
import { AppError } from "../errors.ts";
import { redis } from "../redis.ts";

/** `tooMuch`: the sentence where it is not about attempts. */
type Limit = { points: number; duration: number; tooMuch?: string };

/** Attempts (or kilobytes) per window in seconds. Counted in Redis; without it each process counts for itself. */
const limits = {
  "sign-in-address": { points: 60, duration: 300 },
  "sign-in-email": { points: 10, duration: 300 },
  "invitation": { points: 20, duration: 300 },
  "onboarding": { points: 20, duration: 300 },
  "upload": { points: 120, duration: 60 },
  "search": { points: 240, duration: 60 },
  "widget-session": { points: 120, duration: 60 },
  "widget-message": { points: 60, duration: 60 },
  // Ten of the largest files from one visitor; two gigabytes from all of an inbox.
  "visitor-upload-kilobytes": { points: 100_000, duration: 3600, tooMuch: "Too many files in an hour." },
  "inbox-upload-kilobytes": { points: 2_000_000, duration: 3600, tooMuch: "Too many files in an hour." },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

const limiters = onProcess("rateLimiters", () => new Map<LimitName, RateLimiterRedis>());

/** @throws AppError rate_limited with the seconds to wait */
export async function limit(name: LimitName, key: string, points = 1): Promise<void> {
  try {
    await limiterOf(name).consume(key, points);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfterSeconds = Math.ceil(refusal.msBeforeNext / 1000);
    const { tooMuch = "Too many attempts." } = limits[name] as Limit;
    throw new AppError("rate_limited", `${tooMuch} Try again in ${retryAfterSeconds} seconds.`, { retryAfterSeconds });
  }
}

/** The attempts were rightful after all (the password was right): they do not count any more. */
export async function forgive(name: LimitName, key: string): Promise<void> {
  await limiterOf(name).delete(key).catch(() => false);
}

function limiterOf(name: LimitName): RateLimiterRedis {
  let limiter = limiters.get(name);
  if (!limiter) {
    const { points, duration } = limits[name];
    const options = { points, duration, keyPrefix: `balcao:limit:${name}` };
    limiter = new RateLimiterRedis({ storeClient: redis, ...options, insuranceLimiter: new RateLimiterMemory(options) });
    limiters.set(name, limiter);
  }
  return limiter;
}
