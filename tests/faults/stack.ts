import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Redis } from "ioredis";
import pg from "pg";
import { freePort } from "#lib/operations/free-port.ts";
import { clusterArguments, clusterUrl, openCluster } from "#lib/operations/postgres-cluster.ts";
import { preparePrivateRedis, privateRedisUrl } from "#lib/operations/private-redis.ts";
import { redisAnswers } from "#lib/operations/service-answers.ts";
import { projectRoot } from "#lib/operations/project-root.ts";
import { redisProgram } from "#lib/operations/redis-program.ts";
import { waitUntil } from "#lib/operations/wait-until.ts";
import { MortalProcess } from "./mortal-process.ts";

const password = "faults";

export type Stack = {
  url: string; folder: string; web: MortalProcess; worker: MortalProcess; redis: MortalProcess;
  /** Where the next web process or worker dies: a failpoint of lib/failpoint.ts with its chance; undefined: nowhere. */
  failAt: { web?: string | undefined; worker?: string | undefined };
  owner: pg.Pool;
  flushRedis: () => Promise<void>;
  end: () => Promise<void>;
};

/** The whole house on ports and a folder of its own: PostgreSQL, Redis, the web process (without pages) and the worker. */
export async function startStack(): Promise<Stack> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "balcao-faults-"));
  chmodSync(folder, 0o711);
  mkdirSync(path.join(folder, "logs"));
  const log = (name: string) => path.join(folder, "logs", `${name}.log`);

  const cluster = await openCluster(folder, password, { durable: false });
  const postgresPort = await freePort();
  const postgres = launch(cluster.binaries.postgres, clusterArguments(cluster, postgresPort, { durable: false }), log("postgres"), { ...cluster.account, cwd: cluster.folder });
  const maintenance = new pg.Pool({ connectionString: clusterUrl(postgresPort, password, "postgres"), max: 1 });
  if (!(await waitUntil(() => maintenance.query("select 1").then(() => true, () => false), 30_000))) throw new Error("The PostgreSQL of the fault run does not start.");
  await maintenance.query("create database faults");
  await maintenance.end();

  const redisPort = await freePort();
  const redisFolder = path.join(folder, "redis");
  const configuration = await preparePrivateRedis(redisFolder, redisPort, password);
  const redis = new MortalProcess("redis", (await redisProgram()).command, [configuration], { log: log("redis"), cwd: redisFolder, environment: () => ({ PATH: process.env.PATH, NODE_ENV: "production" }) });
  redis.start();
  const redisUrl = privateRedisUrl(redisPort, password);
  if (!(await waitUntil(() => redisAnswers(redisPort, password), 20_000))) throw new Error("The Redis of the fault run does not start.");

  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment: NodeJS.ProcessEnv & { DATABASE_URL: string } = {
    PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production", DATABASE_URL: clusterUrl(postgresPort, password, "faults"), REDIS_URL: redisUrl, SECRET_KEY: "a-secret-for-fault-runs-only-0123456789",
    BALCAO_DATA: folder, BASE_URL: url, PORT: String(port), HOST: "127.0.0.1", BALCAO_PAGES: "off", ALLOW_PRIVATE_ADDRESSES: "true", LOG_LEVEL: "warn",
  };
  // For the code that runs in this very process: migrations, the account, the checks.
  Object.assign(process.env, environment);
  const { migrate } = await import("#lib/db/migrate.ts");
  await migrate(environment.DATABASE_URL);

  const failAt: Stack["failAt"] = {};
  const web = new MortalProcess("web", process.execPath, ["server.ts"], { log: log("web"), cwd: projectRoot, environment: () => ({ ...environment, BALCAO_PROCESS: "web", ...(failAt.web && { FAIL_AT: failAt.web }) }) });
  const worker = new MortalProcess("worker", process.execPath, ["workers/index.ts"], { log: log("worker"), cwd: projectRoot, environment: () => ({ ...environment, BALCAO_PROCESS: "worker", ...(failAt.worker && { FAIL_AT: failAt.worker }) }) });
  web.start();
  worker.start();
  const owner = new pg.Pool({ connectionString: environment.DATABASE_URL, max: 3, application_name: "the fault run itself" });
  owner.on("error", () => {});

  return {
    url, folder, web, worker, redis, failAt, owner,
    async flushRedis() {
      const client = new Redis(redisUrl, { maxRetriesPerRequest: 0, retryStrategy: () => null });
      client.on("error", () => {});
      await client.flushall().catch(() => {});
      client.disconnect();
    },
    async end() {
      await Promise.all([web.end(), worker.end(), redis.end()]);
      await owner.end();
      await new Promise((resolve) => {
        postgres.once("exit", resolve);
        postgres.kill("SIGQUIT");
      });
      if (!process.env.BALCAO_KEEP) rmSync(folder, { recursive: true, force: true });
      if (!cluster.folder.startsWith(folder)) rmSync(cluster.folder, { recursive: true, force: true });
    },
  };
}

function launch(command: string, args: string[], log: string, options: { cwd?: string; uid?: number; gid?: number }): ChildProcess {
  const fd = openSync(log, "a");
  const child = spawn(command, args, { ...options, env: { NODE_ENV: "test", PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" }, stdio: ["ignore", fd, fd], detached: true });
  closeSync(fd);
  process.once("exit", () => child.kill("SIGQUIT"));
  return child;
}
