import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { OperatorError } from "./operator-error.ts";
import { projectRoot } from "./project-root.ts";
import { isAlive } from "./running-process.ts";

const file = path.join(projectRoot, "node_modules/.balcao-build.lock");

/** One build of this checkout at a time, whoever started it. `onWait` is called once when another is under way. */
export async function withBuildLock<T>(onWait: () => void, work: () => Promise<T>): Promise<T> {
  for (let waited = false; !tryTake(); waited = true) {
    if (!waited) onWait();
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function tryTake(): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EACCES" || code === "EROFS") {
      throw new OperatorError(`Something has to be built, and you may not write to ${projectRoot}. Run bin/start once as the owner of that folder.`, { cause: error });
    }
    if (code !== "EEXIST") throw error;
  }
  const holder = Number(readLock());
  // Left by a build that was killed.
  if (holder && !isAlive(holder)) rmSync(file, { force: true });
  return false;
}

function readLock(): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
