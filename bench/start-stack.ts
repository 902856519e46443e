import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { freePort } from "#lib/operations/free-port.ts";
import { clusterArguments, clusterUrl, openCluster } from "#lib/operations/postgres-cluster.ts";
import { preparePrivateRedis, privateRedisUrl } from "#lib/operations/private-redis.ts";
import { redisAnswers } from "#lib/operations/service-answers.ts";
import { redisProgram } from "#lib/operations/redis-program.ts";
import { projectRoot } from "#lib/operations/project-root.ts";
import { waitUntil } from "#lib/operations/wait-until.ts";

const password = "bench";

/**
 * PostgreSQL and Redis as bin/start runs them (durable, the same settings), in a folder that goes away afterwards, plus the
 * real web and worker processes. BENCH_DATA names the parent of the folder (default: the system's temporary folder).
 */
export type Stack = {
  baseUrl: string;
  databaseUrl: string;
  /** As the owner, past row security: for seeding and for limits. */
  owner: pg.Pool;
  /** Process ids of the services. */
  postgres: number;
  redis: number;
  /** One of our own programs, by its path. */
  run: (script: string, environment?: Record<string, string>) => ChildProcess;
  startWeb: () => Promise<ChildProcess>;
  startWorker: () => Promise<ChildProcess>;
  end: (child: ChildProcess, signal?: NodeJS.Signals) => Promise<void>;
  stop: () => Promise<void>;
};

/** Fills process.env for lib/, so import what reads it (lib/db and all that stands on it) only after this. */
export async function startStack(): Promise<Stack> {
  const parent = process.env.BENCH_DATA ?? os.tmpdir();
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(path.join(parent, "balcao-bench-"));
  for (const each of [parent, folder]) chmodSync(each, 0o755);
  const children: ChildProcess[] = [];
  const launch = (command: string, args: string[], log: string, options: { cwd?: string; uid?: number; gid?: number; env?: NodeJS.ProcessEnv }) => {
    const fd = openSync(path.join(folder, log), "a");
    const child = spawn(command, args, { env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC", NODE_ENV: "production" }, ...options, stdio: ["ignore", fd, fd, "ipc"] });
    closeSync(fd);
    children.push(child);
    return child;
  };
  const stop = async () => {
    for (const child of children.reverse()) await end(child, child.spawnfile.includes("postgres") ? "SIGINT" : "SIGTERM");
    if (!process.env.BENCH_KEEP) rmSync(folder, { recursive: true, force: true });
  };

  try {
    const cluster = await openCluster(folder, password);
    const postgresPort = await freePort();
    const postgres = launch(cluster.binaries.postgres, [...clusterArguments(cluster, postgresPort), "-c", "shared_preload_libraries=pg_stat_statements"], "postgres.log", { ...cluster.account, cwd: cluster.folder });
    const redisPort = await freePort();
    const redis = launch((await redisProgram()).command, [await preparePrivateRedis(path.join(folder, "redis"), redisPort, password)], "redis.log", {});
    const redisUrl = privateRedisUrl(redisPort, password);
    const maintenance = clusterUrl(postgresPort, password, "postgres");
    if (!(await waitUntil(() => connects(maintenance), 30_000))) throw new Error("PostgreSQL does not start.");
    if (!(await waitUntil(() => redisAnswers(redisPort, password), 20_000))) throw new Error("Redis does not start.");
    const databaseUrl = await createDatabase(maintenance);

    const port = Number(process.env.PORT ?? (await freePort()));
    const env = {
      NODE_ENV: "production", DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, SECRET_KEY: "a-secret-for-benchmarks-0123456789abcdef", PORT: String(port),
      BASE_URL: `http://127.0.0.1:${port}`, BALCAO_DATA: folder, BALCAO_PAGES: "off", LOG_LEVEL: "warn", ALLOW_PRIVATE_ADDRESSES: "true",
    };
    Object.assign(process.env, env);
    const { migrate } = await import("#lib/db/migrate.ts");
    await migrate(databaseUrl);

    const owner = new pg.Pool({ connectionString: databaseUrl, max: 16 });
    // The first error of a measurement is the one to see, not that its connections end with it.
    owner.on("error", () => {});
    const run = (script: string, environment: Record<string, string> = {}) => launch(process.execPath, [...(process.env.BENCH_NODE_FLAGS?.split(" ") ?? []), path.join(projectRoot, script)], `${path.basename(path.dirname(script))}-${path.basename(script)}.log`, { cwd: projectRoot, env: { ...process.env, ...environment } });
    const baseUrl = env.BASE_URL;
    return {
      baseUrl, databaseUrl, owner, run, end, postgres: postgres.pid!, redis: redis.pid!,
      async startWeb() {
        const web = run("server.ts", { BALCAO_PROCESS: "web" });
        const answers = () => web.exitCode !== null || fetch(`${baseUrl}/api/openapi.json`).then((response) => response.ok, () => false);
        if (!(await waitUntil(answers, 60_000)) || web.exitCode !== null) throw new Error(`The web process does not start:\n${readFileSync(path.join(folder, ".-server.ts.log"), "utf8").slice(-2000)}`);
        return web;
      },
      async startWorker() {
        const worker = run("workers/index.ts", { BALCAO_PROCESS: "worker" });
        const listens = async () => (await owner.query("select 1 from pg_stat_activity where application_name = 'balcao listen outbox'")).rowCount! > 0;
        if (!(await waitUntil(listens, 60_000))) throw new Error("The worker does not start.");
        return worker;
      },
      stop: async () => {
        await owner.end();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function connects(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  return client.connect().then(() => client.end()).then(() => true, () => false);
}

async function createDatabase(maintenance: string): Promise<string> {
  const client = new pg.Client({ connectionString: maintenance });
  await client.connect();
  await client.query("create database bench");
  await client.end();
  const url = Object.assign(new URL(maintenance), { pathname: "/bench" }).toString();
  const inside = new pg.Client({ connectionString: url });
  await inside.connect();
  await inside.query("create extension pg_stat_statements");
  await inside.end();
  return url;
}

async function end(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill(signal);
  });
}
