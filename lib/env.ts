import path from "node:path";
import { z } from "zod";

/**
 * Everything the processes read from the environment. `.env.example` documents each variable for operators.
 * `bin/start` fills DATABASE_URL, REDIS_URL and SECRET_KEY when they are not given.
 */
const schema = z.object({
  NODE_ENV: z.string().default("development"),
  /** Owner connection: migrations only. The processes connect with roles derived from it (lib/db/roles.ts). */
  DATABASE_URL: z.string().startsWith("postgres"),
  REDIS_URL: z.string().startsWith("redis").default("redis://127.0.0.1:6379"),
  /** At least 32 characters; "new,old" while it is being rotated (README, Configuration). */
  SECRET_KEY: z.string().min(32),
  PORT: z.coerce.number().int().default(3000),
  /** The address people open, e.g. https://chat.example.com. */
  BASE_URL: z.url().optional(),
  /** Further Host names to answer to, separated by commas. */
  ALLOWED_HOSTS: z.string().default(""),
  /** Where files are kept on disk. */
  BALCAO_DATA: z.string().default(".data"),
  DATABASE_POOL: z.coerce.number().int().min(2).default(10),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).default(8),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  /** When set, /metrics asks for it as a bearer token; else only this machine and private networks are answered. */
  METRICS_TOKEN: z.string().optional(),
  /** Let addresses typed by users point into private networks. Unset: only where BASE_URL itself is local. */
  ALLOW_PRIVATE_ADDRESSES: z.enum(["true", "false"]).optional(),
  /** Address of the provider fakes that `bin/start --demo` runs. */
  DEMO_PROVIDERS_URL: z.url().optional(),
});

export type Env = ReturnType<typeof readEnv>;

/** @throws Error listing every variable that is missing or wrong, in one sentence each. */
export function readEnv(source: Record<string, string | undefined> = process.env) {
  const blanksRemoved = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(blanksRemoved);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The configuration is not usable:\n${lines.join("\n")}\nSee .env.example.`);
  }
  const env = parsed.data;
  const baseUrl = (env.BASE_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, "");
  const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(new URL(baseUrl).hostname);
  return {
    ...env,
    baseUrl,
    filesDir: path.resolve(env.BALCAO_DATA, "files"),
    secretKeys: env.SECRET_KEY.split(",").map((key) => key.trim()),
    allowPrivateAddresses: env.ALLOW_PRIVATE_ADDRESSES ? env.ALLOW_PRIVATE_ADDRESSES === "true" : isLocal,
    isProduction: env.NODE_ENV === "production",
  };
}

let cached: Env | undefined;

/** The process's own configuration, read once. */
export function env(): Env {
  return (cached ??= readEnv());
}
