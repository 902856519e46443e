import { spawnSync } from "node:child_process";
import { globSync, mkdirSync } from "node:fs";
import path from "node:path";

/**
 * Debian packages for somebody who is not root: apt keeps its lists and downloads in `folder`, and the packages (with what
 * they need and the machine lacks) are unpacked to `folder/root` instead of being installed.
 * @returns the folder, or undefined where that does not work
 */
export function unpackDebianPackages(folder: string, packages: string[]): string | undefined {
  for (const each of ["state/lists/partial", "cache/archives/partial", "root"]) mkdirSync(path.join(folder, each), { recursive: true });
  const options = [`Dir::State=${folder}/state`, `Dir::Cache=${folder}/cache`, "Dir::State::status=/var/lib/dpkg/status", "Debug::NoLocking=1", "APT::Sandbox::User=", "Acquire::Languages=none"].flatMap((option) => ["-o", option]);
  const apt = (...args: string[]) => spawnSync("apt-get", [...options, ...args], { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }).status === 0;
  if (!apt("update") || !apt("install", "-y", "--no-install-recommends", "--download-only", ...packages)) return undefined;
  const archives = globSync("cache/archives/*.deb", { cwd: folder });
  const unpacked = archives.every((archive) => spawnSync("dpkg-deb", ["-x", path.join(folder, archive), path.join(folder, "root")], { stdio: "ignore" }).status === 0);
  return unpacked && archives.length > 0 ? path.join(folder, "root") : undefined;
}
