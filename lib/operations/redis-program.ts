import { spawnSync } from "node:child_process";
import { globSync, writeFileSync } from "node:fs";
import path from "node:path";
import { OperatorError } from "./operator-error.ts";
import { progress } from "./progress.ts";
import { projectRoot } from "./project-root.ts";
import { unpackDebianPackages } from "./unpack-debian-packages.ts";

export type RedisProgram = { command: string; version: string };

const oldest = [6, 2] as const;

/** Redis or Valkey from the PATH; else from the system's packages: installed by root, unpacked beside our own by others. */
export async function redisProgram(): Promise<RedisProgram> {
  const found = onPath();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  const hasApt = runs("apt-get", ["--version"]);
  if (hasApt && !isRoot) {
    progress.line("  … fetching Redis (Debian's package, unpacked beside the npm packages)");
    unpackRedis();
  } else if (hasApt) {
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

const unpackedFolder = path.join(projectRoot, "node_modules/.cache/redis");
const unpackedCommand = path.join(unpackedFolder, "redis-server");

function onPath(): RedisProgram | undefined {
  return ask("redis-server") ?? ask("valkey-server") ?? ask(unpackedCommand);
}

/** Debian's package in a folder of ours, and a command that finds the libraries beside it. */
function unpackRedis(): void {
  const root = unpackDebianPackages(unpackedFolder, ["redis-server"]);
  if (!root) return;
  const [libraries = ""] = globSync("usr/lib/*-linux-*", { cwd: root });
  writeFileSync(unpackedCommand, `#!/bin/sh\nLD_LIBRARY_PATH='${path.join(root, libraries)}' exec '${root}/usr/bin/redis-server' "$@"\n`, { mode: 0o755 });
}

function ask(command: string): RedisProgram | undefined {
  const asked = spawnSync(command, ["--version"], { encoding: "utf8" });
  const version = /v=(\d+)\.(\d+)\.(\d+)/.exec(asked.stdout ?? "");
  if (asked.status !== 0 || !version) return undefined;
  const [major, minor] = [Number(version[1]), Number(version[2])];
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return { command, version: version[0].slice(2) };
  throw new OperatorError(`${command} ${version[0].slice(2)} is too old: Balcão needs Redis 6.2 or newer, or any Valkey.`);
}

function runs(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}
