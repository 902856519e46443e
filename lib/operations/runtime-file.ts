import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beginningOf, commandOf } from "./running-process.ts";

/** What a running `bin/start` tells the other commands. Holds passwords: readable by its owner only. */
export type Runtime = {
  supervisor: number;
  /** Process ids are used again: this tells the supervisor from a later process of its number. */
  supervisorBegan: string;
  state: "starting" | "ready";
  startedAt: string;
  port: number;
  baseUrl: string;
  databaseUrl: string;
  redisUrl: string;
  /** Name of each child and its process id; a restarted child has a new one. */
  processes: Record<string, number>;
  /** Address of the provider fakes, when they run. */
  providersUrl?: string;
};

const fileIn = (dataFolder: string) => path.join(dataFolder, "runtime.json");

export function readRuntime(dataFolder: string): Runtime | undefined {
  try {
    return JSON.parse(readFileSync(fileIn(dataFolder), "utf8"));
  } catch {
    return undefined;
  }
}

/** The instance that runs on this folder now; a file left by one that was killed does not count. */
export function readLiveRuntime(dataFolder: string): Runtime | undefined {
  const runtime = readRuntime(dataFolder);
  const runs = runtime && commandOf(runtime.supervisor)?.includes("start.ts") && beginningOf(runtime.supervisor) === runtime.supervisorBegan;
  return runs ? runtime : undefined;
}

export function writeRuntime(dataFolder: string, runtime: Runtime): void {
  // Renamed into place: a reader sees the old or the new file, never half of one.
  const draft = `${fileIn(dataFolder)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(runtime, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, fileIn(dataFolder));
}

export function removeRuntime(dataFolder: string): void {
  rmSync(fileIn(dataFolder), { force: true });
}
