import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { freePort } from "#lib/operations/free-port.ts";
import { clusterArguments, clusterUrl, openCluster } from "#lib/operations/postgres-cluster.ts";
import { preparePrivateRedis, privateRedisUrl } from "#lib/operations/private-redis.ts";
import { redisProgram } from "#lib/operations/redis-program.ts";
import { redisAnswers } from "#lib/operations/service-answers.ts";
import { waitUntil } from "#lib/operations/wait-until.ts";
import { parallelFiles } from "../../vitest.config.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Owner's address of the cluster's `postgres` database. */
    clusterUrl: string;
    /** One Redis for each file that runs at the same time: channels of its pub/sub know no databases. */
    redisUrls: string[];
  }
}

export const testSecret = "a-secret-for-tests-only-0123456789abcdef";
export const templateDatabase = "balcao_template";

const password = "tests";
const quick = { durable: false };

/**
 * A PostgreSQL and as many Redis as files run at once, for this run alone: in a folder of its own, without waiting for the
 * disk. The migrated template is cloned for every test file.
 */
export default async function startServices(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "balcao-tests-"));
  chmodSync(folder, 0o711);
  const children: ChildProcess[] = [];
  // Also when the run is broken off.
  process.once("exit", () => children.forEach(signal));
  const stop = async () => {
    await Promise.all(children.map(end));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const [url, ...redisUrls] = await Promise.all([
      startPostgres(folder, children),
      ...Array.from({ length: parallelFiles }, (_, slot) => startRedis(path.join(folder, `redis-${slot}`), children)),
    ]);
    await makeTemplate(url!);
    project.provide("clusterUrl", url!);
    project.provide("redisUrls", redisUrls);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

async function startPostgres(folder: string, children: ChildProcess[]): Promise<string> {
  const cluster = await openCluster(folder, password, quick);
  const port = await freePort();
  children.push(launch(cluster.binaries.postgres, clusterArguments(cluster, port, quick), path.join(folder, "postgres.log"), { ...cluster.account, cwd: cluster.folder }));
  const url = clusterUrl(port, password, "postgres");
  if (!(await waitUntil(() => connects(url), 30_000))) throw new Error("The PostgreSQL of the tests does not start.");
  return url;
}

async function startRedis(folder: string, children: ChildProcess[]): Promise<string> {
  const port = await freePort();
  const configuration = await preparePrivateRedis(folder, port, password, quick);
  children.push(launch((await redisProgram()).command, [configuration], path.join(folder, "redis.log"), {}));
  const url = privateRedisUrl(port, password);
  if (!(await waitUntil(() => redisAnswers(port, password), 20_000))) throw new Error("The Redis of the tests does not start.");
  return url;
}

async function makeTemplate(url: string): Promise<void> {
  await inDatabase(url, (client) => client.query(`create database ${templateDatabase}`));
  const templateUrl = databaseUrl(url, templateDatabase);
  // The roles' names and passwords follow from these two.
  Object.assign(process.env, { DATABASE_URL: templateUrl, SECRET_KEY: testSecret });
  const { migrate } = await import("#lib/db/migrate.ts");
  await migrate(templateUrl);
}

export function databaseUrl(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).toString();
}

export async function inDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function launch(command: string, args: string[], log: string, options: { cwd?: string; uid?: number; gid?: number }): ChildProcess {
  const fd = openSync(log, "a");
  const child = spawn(command, args, { ...options, env: { NODE_ENV: "test", PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" }, stdio: ["ignore", fd, fd], detached: true });
  closeSync(fd);
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => {
    child.once("exit", resolve);
    signal(child);
  });
}

// PostgreSQL's immediate shutdown: nothing here is to be kept.
function signal(child: ChildProcess): void {
  child.kill(child.spawnfile.includes("postgres") ? "SIGQUIT" : "SIGKILL");
}

async function connects(url: string): Promise<boolean> {
  return inDatabase(url, async () => true).catch(() => false);
}
