import path from "node:path";
import { servicePassword } from "./data-folder.ts";
import { keptPort } from "./kept-ports.ts";
import { OperatorError } from "./operator-error.ts";
import { clusterArguments, clusterUrl, openCluster } from "./postgres-cluster.ts";
import { preparePrivateRedis, privateRedisUrl, setBrokenFilesAside } from "./private-redis.ts";
import { redisProgram } from "./redis-program.ts";
import { postgresListens, redisAnswers } from "./service-answers.ts";
import { type ProcessSpec, SupervisedProcess } from "./supervised-process.ts";
import { waitUntil } from "./wait-until.ts";

type Context = { dataFolder: string; secret: string; onPid: ProcessSpec["onPid"] };
export type PrivateService = { process: SupervisedProcess; url: string; summary: string };

/** PostgreSQL from npm on the instance's own folder; `createDatabase` makes the database that the address names. */
export async function startPrivatePostgres({ dataFolder, secret, onPid }: Context): Promise<PrivateService> {
  const password = servicePassword(secret, "postgres");
  const cluster = await openCluster(dataFolder, password);
  const port = await keptPort(dataFolder, "postgres");
  const supervised = new SupervisedProcess({
    name: "postgres",
    command: cluster.binaries.postgres,
    args: clusterArguments(cluster, port),
    cwd: cluster.folder,
    env: { NODE_ENV: "production", PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
    account: cluster.account,
    logFolder: path.join(dataFolder, "logs"),
    output: "file",
    stopSignal: "SIGINT",
    stopTimeoutMs: 30_000,
    onPid,
  });
  supervised.start();
  await whenReady(supervised, "PostgreSQL", () => postgresListens(port));
  const outside = cluster.folder.startsWith(dataFolder) ? "" : `, in ${cluster.folder}`;
  return {
    process: supervised,
    url: clusterUrl(port, password, "balcao"),
    summary: `PostgreSQL ${cluster.binaries.version.split("-")[0]}${cluster.created ? ", new" : ""}${outside}`,
  };
}

/** Redis (or Valkey) of the machine, as a private process on the instance's own folder. */
export async function startPrivateRedis({ dataFolder, secret, onPid }: Context): Promise<PrivateService> {
  const program = await redisProgram();
  const password = servicePassword(secret, "redis");
  const folder = path.join(dataFolder, "redis");
  const port = await keptPort(dataFolder, "redis");
  const configuration = await preparePrivateRedis(folder, port, password);
  const supervised = new SupervisedProcess({
    name: "redis",
    command: program.command,
    args: [configuration],
    cwd: folder,
    env: { NODE_ENV: "production", PATH: process.env.PATH },
    logFolder: path.join(dataFolder, "logs"),
    output: "file",
    stopSignal: "SIGTERM",
    stopTimeoutMs: 20_000,
    // Three failures in a row mean that its files are broken.
    beforeRestart: (failures) => failures >= 3 && setBrokenFilesAside(folder),
    onPid,
  });
  supervised.start();
  const url = privateRedisUrl(port, password);
  await whenReady(supervised, "Redis", () => redisAnswers(port, password));
  return { process: supervised, url, summary: `${program.command.includes("valkey") ? "Valkey" : "Redis"} ${program.version}` };
}

async function whenReady(supervised: SupervisedProcess, name: string, answers: () => Promise<boolean>): Promise<void> {
  const ready = await waitUntil(async () => supervised.failures >= 5 || (await answers()), 60_000);
  if (ready && supervised.failures < 5) return;
  await supervised.stop();
  throw new OperatorError(`${name} does not start; ${supervised.logFile} says why.`);
}
