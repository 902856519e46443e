import { createHmac, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "./project-root.ts";

/** Where this instance keeps everything: BALCAO_DATA (relative to the current folder), else `.data` beside package.json. */
export function dataFolderPath(given: string | undefined = process.env.BALCAO_DATA): string {
  return given ? path.resolve(given) : path.join(projectRoot, ".data");
}

/** Creates the folder, closed to others but for passing through to the database's own. @throws ENOSPC, EACCES */
export function openDataFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  for (const each of ["files", "logs"]) mkdirSync(path.join(folder, each), { recursive: true, mode: 0o700 });
  // A full disk or a foreign owner shows here, before anything is started.
  const probe = path.join(folder, `.probe-${process.pid}`);
  writeFileSync(probe, "x".repeat(8192));
  rmSync(probe);
}

/** SECRET_KEY from the environment, else one made once and kept in the folder (readable by its owner only). */
export function secretKey(folder: string): string {
  if (process.env.SECRET_KEY) return process.env.SECRET_KEY;
  const file = path.join(folder, "secret.key");
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  return readFileSync(file, "utf8").trim();
}

/** The password of a private service of this instance; it follows from the secret, so it needs no file of its own. */
export function servicePassword(secret: string, service: "postgres" | "redis"): string {
  return servicePasswords(secret, service)[0]!;
}

/** By each key of the ring, the newest first: a service may still have an older one. */
export function servicePasswords(secret: string, service: "postgres" | "redis"): string[] {
  return secret.split(",").map((key) => createHmac("sha256", key.trim()).update(`service:${service}`).digest("hex").slice(0, 32));
}
