import { execFileSync, spawnSync } from "node:child_process";
import { OperatorError } from "./operator-error.ts";

export type SystemAccount = { uid: number; gid: number };

/** Who runs PostgreSQL: ourselves, or a user of its own when we are root (PostgreSQL refuses root). Made when missing. */
export function postgresAccount(): SystemAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const found = lookUp();
  if (found) return found;
  const made = spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]);
  const account = made.status === 0 ? lookUp() : undefined;
  if (!account) throw new OperatorError("PostgreSQL cannot run as root, and a user named postgres could not be made. Run as a plain user, or create that user.");
  return account;
}

/** Can this user go into the folder (or run the program) at the path? Folders such as /root keep others out. */
export function reaches(account: SystemAccount, path: string): boolean {
  return spawnSync("test", ["-x", path], { ...account, cwd: "/" }).status === 0;
}

function lookUp(): SystemAccount | undefined {
  try {
    const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}
