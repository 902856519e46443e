import { spawnSync } from "node:child_process";
import { OperatorError } from "./operator-error.ts";
import { progress } from "./progress.ts";

export type RedisProgram = { command: string; version: string };

const oldest = [6, 2] as const;

/** Redis or Valkey from the PATH; else installed with the system's package manager, where that is possible. */
export async function redisProgram(): Promise<RedisProgram> {
  const found = onPath();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && runs("apt-get", ["--version"])) {
    progress.line("  … installing Redis (apt-get install redis-server)");
    aptInstall(["redis-server"]);
  } else if (process.platform === "darwin" && runs("brew", ["--version"])) {
    progress.line("  … installing Redis (brew install redis)");
    spawnSync("brew", ["install", "redis"], { stdio: "ignore" });
  }
  const installed = onPath();
  if (installed) return installed;
  throw new OperatorError("Redis is missing. Install it with “sudo apt-get install redis-server” (or “brew install redis”), "
    + "or give the address of a Redis 6.2 or newer with REDIS_URL, and start again.");
}

/** Installs Debian packages without starting their services; refreshes the package lists when they are missing. */
export function aptInstall(packages: string[]): boolean {
  // RUNLEVEL=1 keeps the package from starting a second, system-wide Redis.
  const options = { stdio: "ignore" as const, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" } };
  const install = () => spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...packages], options).status === 0;
  return install() || (spawnSync("apt-get", ["update"], options).status === 0 && install());
}

function onPath(): RedisProgram | undefined {
  for (const command of ["redis-server", "valkey-server"]) {
    const asked = spawnSync(command, ["--version"], { encoding: "utf8" });
    const version = /v=(\d+)\.(\d+)\.(\d+)/.exec(asked.stdout ?? "");
    if (asked.status !== 0 || !version) continue;
    const [major, minor] = [Number(version[1]), Number(version[2])];
    if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return { command, version: version[0].slice(2) };
    throw new OperatorError(`${command} ${version[0].slice(2)} is too old: Balcão needs Redis 6.2 or newer, or any Valkey.`);
  }
  return undefined;
}

function runs(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}
