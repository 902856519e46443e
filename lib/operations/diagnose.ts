import { accessSync, constants, statfsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { Redis } from "ioredis";
import { type Env, env } from "#lib/env.ts";
import { readMigrations } from "#lib/db/migrate.ts";
import { health } from "./health.ts";
import { projectRoot } from "./project-root.ts";
import type { Runtime } from "./runtime-file.ts";
import { sentenceOf } from "./sentence-of.ts";

export type Finding = { check: string; state: "ok" | "warning" | "problem"; sentence: string };

const smallDisk = 2 * 1024 ** 3;
const smallMemory = 900 * 1024 ** 2;

/** What self-hosters get wrong, one finding a line. Looks only, changes nothing. */
export async function diagnose(dataFolder: string, runtime: Runtime | undefined): Promise<Finding[]> {
  const configuration = env();
  const findings = [checkMachine(), checkFolder(dataFolder), checkSecret(configuration), checkAddress(configuration)];
  findings.push(...(await checkDatabase(configuration)), ...(await checkRedis()), await checkWeb(configuration, runtime));
  return findings;
}

const ok = (check: string, sentence: string): Finding => ({ check, state: "ok", sentence });
const warning = (check: string, sentence: string): Finding => ({ check, state: "warning", sentence });
const problem = (check: string, sentence: string): Finding => ({ check, state: "problem", sentence });

function checkMachine(): Finding {
  const memory = Math.round(os.totalmem() / 1024 ** 2);
  if (Number(process.versions.node.split(".")[0]) < 24) return problem("machine", `Node ${process.versions.node} runs this; Balcão needs 24 or newer.`);
  if (os.totalmem() < smallMemory) return warning("machine", `The machine has ${memory} MB of memory; 1 GB is the least for a few agents.`);
  return ok("machine", `Node ${process.versions.node}, ${os.availableParallelism()} processors, ${memory} MB of memory.`);
}

function checkFolder(dataFolder: string): Finding {
  try {
    accessSync(dataFolder, constants.W_OK);
    const { bavail, bsize } = statfsSync(dataFolder);
    const gigabytes = ((bavail * bsize) / 1024 ** 3).toFixed(1);
    if (bavail * bsize < smallDisk) return warning("disk", `Only ${gigabytes} GB are free for ${dataFolder}: files and the database will need more.`);
    return ok("disk", `${dataFolder} can be written, ${gigabytes} GB are free.`);
  } catch (error) {
    return problem("disk", sentenceOf(error));
  }
}

function checkSecret(configuration: Env): Finding {
  const weak = configuration.secretKeys.find((key) => key.length < 32 || new Set(key).size < 8);
  return weak ? problem("secret", "SECRET_KEY is short or easy to guess. Make one with: openssl rand -hex 32") : ok("secret", `SECRET_KEY is set (${configuration.secretKeys.length} in the ring).`);
}

function checkAddress(configuration: Env): Finding {
  const { protocol, hostname } = new URL(configuration.baseUrl);
  if (["localhost", "127.0.0.1", "[::1]"].includes(hostname)) return warning("address", `BASE_URL is ${configuration.baseUrl}: fine for a trial; providers and visitors need a public https address.`);
  if (protocol !== "https:") return problem("address", `BASE_URL is ${configuration.baseUrl}: without https browsers refuse the widget's and dashboard's cookies, and Meta refuses the webhook.`);
  return ok("address", `BASE_URL is ${configuration.baseUrl}.`);
}

async function checkDatabase(configuration: Env): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: configuration.DATABASE_URL, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query(`select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
      current_setting('synchronous_commit') as commits, current_setting('fsync') as fsync, current_setting('max_connections')::int as connections,
      extract(epoch from clock_timestamp()) * 1000 - $1 as skew, to_regclass('_prisma_migrations') is not null as migrated,
      pg_size_pretty(pg_database_size(current_database())) as size`, [Date.now()]);
    const facts = rows[0];
    const findings = [facts.number < 150_000 ? problem("database", `PostgreSQL ${facts.version} is too old; 15 or newer is needed.`) : ok("database", `PostgreSQL ${facts.version}, ${facts.size}.`)];
    if (facts.commits === "off" || facts.fsync === "off") findings.push(problem("durability", "PostgreSQL acknowledges before it has written (fsync or synchronous_commit is off): a power cut loses messages."));
    if (Math.abs(facts.skew) > 5_000) findings.push(problem("clock", `The clocks of this machine and of PostgreSQL differ by ${Math.round(Math.abs(facts.skew) / 1000)} s. Run a time service on both.`));
    const needed = configuration.DATABASE_POOL + 10;
    if (facts.connections < 2 * needed) findings.push(warning("connections", `max_connections is ${facts.connections}; a web and a worker process may use ${2 * needed}. Lower DATABASE_POOL or raise it.`));
    const applied = facts.migrated ? (await client.query("select migration_name as name from _prisma_migrations where finished_at is not null")).rows.map((row) => row.name) : [];
    const missing = readMigrations(path.join(projectRoot, "prisma/migrations")).filter((migration) => !applied.includes(migration.name));
    findings.push(missing.length ? problem("schema", `${missing.length} migrations are missing. Run: bin/balcao migrate`) : ok("schema", "The schema is that of this version."));
    return findings;
  } catch (error) {
    return [problem("database", `PostgreSQL: ${sentenceOf(error)}`)];
  } finally {
    await client.end().catch(() => {});
  }
}

async function checkRedis(): Promise<Finding[]> {
  const url = process.env.REDIS_URL;
  if (!url) return [warning("redis", "Redis was not looked at: Balcão is not running.")];
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 5_000, maxRetriesPerRequest: 0 });
  redis.on("error", () => {});
  try {
    await redis.connect();
    const [server, memory] = [await redis.info("server"), await redis.info("memory")];
    const field = (text: string, name: string) => new RegExp(`^${name}:(.*)$`, "m").exec(text)?.[1]?.trim() ?? "?";
    const policy = field(memory, "maxmemory_policy");
    const version = field(server, "redis_version");
    const findings = [ok("redis", `Redis ${version}, ${field(memory, "used_memory_human")} in use.`)];
    if (policy !== "noeviction") findings.push(problem("redis-eviction", `Redis may drop keys when memory is short (maxmemory-policy ${policy}). Set it to noeviction, or jobs get lost.`));
    return findings;
  } catch (error) {
    return [problem("redis", `Redis: ${sentenceOf(error)}`)];
  } finally {
    redis.disconnect();
  }
}

async function checkWeb(configuration: Env, runtime: Runtime | undefined): Promise<Finding> {
  if (runtime) {
    const answer = await health(runtime.port, runtime.baseUrl);
    if (answer?.status === 200) return ok("web", "Dashboard, worker and their services say they are ready.");
    return problem("web", answer ? `The instance is not ready: ${answer.body}` : "The web process does not answer; its log is in the logs folder.");
  }
  try {
    const answer = await fetch(`${configuration.baseUrl}/api/health`, { signal: AbortSignal.timeout(8_000) });
    return answer.ok ? ok("web", `${configuration.baseUrl} answers and is ready.`) : problem("web", `${configuration.baseUrl}/api/health answers ${answer.status}. Does the proxy pass the Host header on?`);
  } catch {
    return warning("web", `${configuration.baseUrl} does not answer from here: not running, or not reachable from this machine.`);
  }
}
