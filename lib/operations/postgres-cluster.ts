import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { OperatorError } from "./operator-error.ts";
import { postgresAccount, reaches, type SystemAccount } from "./postgres-account.ts";
import { type PostgresBinaries, postgresBinaries, reachableFolder } from "./postgres-binaries.ts";
import { endProcess } from "./running-process.ts";

/** A folder of PostgreSQL data, ready to be served. */
export type PostgresCluster = {
  folder: string;
  binaries: PostgresBinaries;
  account: SystemAccount | undefined;
  created: boolean;
};

/** The role that owns the database. */
export const ownerRole = "balcao";

/** Finds or makes the cluster that belongs to a data folder. A PostgreSQL left running on it is stopped first. */
export async function openCluster(dataFolder: string, password: string, options: { durable: boolean } = { durable: true }): Promise<PostgresCluster> {
  const account = postgresAccount();
  const binaries = postgresBinaries(account);
  const folder = clusterFolder(dataFolder, account);
  const created = !existsSync(path.join(folder, "PG_VERSION"));
  if (created) create(folder, binaries, account, password, options.durable);
  assertVersion(folder, binaries);
  await stopLeftover(folder);
  return { folder, binaries, account, created };
}

/** What `postgres` is started with. Small enough for a whole idle stack in 512 MB; a commit is on disk when it is acknowledged. */
export function clusterArguments(cluster: PostgresCluster, port: number, options: { durable: boolean } = { durable: true }): string[] {
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "100",
    shared_buffers: "64MB",
    work_mem: "8MB",
    maintenance_work_mem: "64MB",
    effective_cache_size: "512MB",
    max_wal_size: "1GB",
    min_wal_size: "80MB",
    wal_compression: "on",
    wal_level: "minimal",
    max_wal_senders: "0",
    max_logical_replication_workers: "0",
    random_page_cost: "1.1",
    jit: "off",
    synchronous_commit: options.durable ? "on" : "off",
    fsync: options.durable ? "on" : "off",
    full_page_writes: options.durable ? "on" : "off",
    log_min_messages: "warning",
    log_timezone: "UTC",
    timezone: "UTC",
  };
  return ["-D", cluster.folder, "-p", String(port), ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

export function clusterUrl(port: number, password: string, database: string): string {
  return `postgresql://${ownerRole}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * `<data>/postgres`, unless the postgres user cannot get there (root's own folders are closed to others): then a folder under
 * /var/lib/balcao, named in `<data>/postgres.location`.
 */
function clusterFolder(dataFolder: string, account: SystemAccount | undefined): string {
  const pointer = path.join(dataFolder, "postgres.location");
  if (existsSync(pointer)) return readFileSync(pointer, "utf8").trim();
  const folder = path.join(dataFolder, "postgres");
  ownedFolder(folder, account);
  if (!account || reaches(account, folder)) return folder;
  rmSync(folder, { recursive: true });
  const elsewhere = path.join(reachableFolder, `data-${randomBytes(6).toString("hex")}`);
  ownedFolder(elsewhere, account);
  writeFileSync(pointer, `${elsewhere}\n`);
  return elsewhere;
}

function ownedFolder(folder: string, account: SystemAccount | undefined): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  if (account) chownSync(folder, account.uid, account.gid);
}

function create(folder: string, binaries: PostgresBinaries, account: SystemAccount | undefined, password: string, durable: boolean): void {
  const passwordFile = path.join(os.tmpdir(), `balcao-${randomBytes(6).toString("hex")}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  try {
    // The built-in C.UTF-8 sorts alike on every system, so indexes survive a change of the system's libraries.
    const made = spawnSync(binaries.initdb, ["-D", folder, "-U", ownerRole, "--pwfile", passwordFile, "--auth=scram-sha-256", "--encoding=UTF8",
      "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", ...(durable ? [] : ["--no-sync"])],
      { ...account, cwd: folder, encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
    if (made.status !== 0) {
      // initdb removes what it made, but not a folder that was there before.
      const said = `${made.stderr ?? ""}${made.error?.message ?? ""}`;
      if (/No space left|quota/i.test(said)) throw Object.assign(new Error("disk full"), { code: "ENOSPC" });
      throw new OperatorError(`The database could not be created in ${folder}: ${said.trim().split("\n").at(-1)}`);
    }
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function assertVersion(folder: string, binaries: PostgresBinaries): void {
  const major = readFileSync(path.join(folder, "PG_VERSION"), "utf8").trim();
  const ours = binaries.version.split(".")[0];
  if (major !== ours) {
    throw new OperatorError(`The database in ${folder} was made by PostgreSQL ${major}, and this version of Balcão brings ${ours}. `
      + "Start the older version, take a backup with bin/balcao backup, and restore it into a new folder.");
  }
}

async function stopLeftover(folder: string): Promise<void> {
  const file = path.join(folder, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  // SIGINT is PostgreSQL's fast shutdown: open transactions end, nothing is lost.
  if (pid) await endProcess(pid, (command) => command.includes("postgres"), "SIGINT", 15_000);
}
