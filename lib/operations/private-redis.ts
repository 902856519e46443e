import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { endProcess } from "./running-process.ts";

/** Writes the configuration of the instance's own Redis and stops one left running on the folder. Answers the file's path. */
export async function preparePrivateRedis(folder: string, port: number, password: string, options: { durable: boolean } = { durable: true }): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pidFile = path.join(folder, "redis.pid");
  if (existsSync(pidFile)) {
    await endProcess(Number(readFileSync(pidFile, "utf8")), (command) => /redis|valkey/.test(command), "SIGTERM", 10_000);
  }
  const file = path.join(folder, "redis.conf");
  writeFileSync(file, [
    "bind 127.0.0.1",
    `port ${port}`,
    `requirepass ${password}`,
    `dir ${JSON.stringify(folder)}`,
    `pidfile ${JSON.stringify(pidFile)}`,
    // Postgres is the record of what is owed: Redis may lose a second of work, never refuse to take it.
    `appendonly ${options.durable ? "yes" : "no"}`,
    "appendfsync everysec",
    'save ""',
    "aof-load-truncated yes",
    "maxmemory-policy noeviction",
    "daemonize no",
    "loglevel notice",
    "",
  ].join("\n"), { mode: 0o600 });
  return file;
}

export function privateRedisUrl(port: number, password: string): string {
  return `redis://:${password}@127.0.0.1:${port}`;
}

/** A Redis that cannot read its own files is started empty: everything it held can be made again from Postgres. */
export function setBrokenFilesAside(folder: string): void {
  const files = path.join(folder, "appendonlydir");
  if (existsSync(files)) renameSync(files, `${files}.broken-${Date.now()}`);
}
