import { existsSync } from "node:fs";
import path from "node:path";
import { createDatabase } from "./create-database.ts";
import { dataFolderPath, openDataFolder, secretKey, servicePasswords } from "./data-folder.ts";
import { OperatorError } from "./operator-error.ts";
import { startPrivatePostgres } from "./private-services.ts";
import { projectRoot } from "./project-root.ts";
import { readLiveRuntime, type Runtime } from "./runtime-file.ts";

export type Connected = { runtime: Runtime | undefined; dataFolder: string; close: () => Promise<void> };

/**
 * Finds what a command works on, and fills the environment that lib/env reads: a running `bin/start` of this data folder; else
 * the DATABASE_URL of the environment (containers); else the database of a stopped instance, served for the command alone.
 * Call it before anything of lib/db is imported.
 * @param create makes the data folder and its database where there are none (restore).
 */
export async function connectInstance(options: { create?: boolean } = {}): Promise<Connected> {
  loadEnvFile();
  const dataFolder = dataFolderPath();
  const runtime = readLiveRuntime(dataFolder);
  if (runtime) {
    if (runtime.state !== "ready") throw new OperatorError("Balcão is just starting. Try again in a few seconds.");
    Object.assign(process.env, {
      DATABASE_URL: runtime.databaseUrl, REDIS_URL: runtime.redisUrl, BASE_URL: runtime.baseUrl, PORT: String(runtime.port),
      BALCAO_DATA: dataFolder, SECRET_KEY: secretKey(dataFolder),
    });
    return { runtime, dataFolder, close: async () => {} };
  }
  if (process.env.DATABASE_URL) {
    if (!process.env.SECRET_KEY && existsSync(path.join(dataFolder, "secret.key"))) process.env.SECRET_KEY = secretKey(dataFolder);
    if (!process.env.SECRET_KEY) throw new OperatorError("SECRET_KEY is not set. Give the one that the web and worker processes run with.");
    return { runtime: undefined, dataFolder, close: async () => {} };
  }
  if (!options.create && !existsSync(path.join(dataFolder, "secret.key"))) {
    throw new OperatorError(`There is no Balcão in ${dataFolder}. Start it with bin/start, name its folder with BALCAO_DATA, or give DATABASE_URL.`);
  }
  openDataFolder(dataFolder);
  const secret = secretKey(dataFolder);
  const postgres = await startPrivatePostgres({ dataFolder, secret, onPid: () => {} });
  Object.assign(process.env, { DATABASE_URL: postgres.url, BALCAO_DATA: dataFolder, SECRET_KEY: secret });
  await createDatabase(postgres.url, servicePasswords(secret, "postgres").slice(1));
  return { runtime: undefined, dataFolder, close: () => postgres.process.stop() };
}

/** `.env` beside package.json, for what the environment does not say. */
export function loadEnvFile(): void {
  const file = path.join(projectRoot, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}
