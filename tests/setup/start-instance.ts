import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePort } from "#lib/operations/free-port.ts";
import { projectRoot } from "#lib/operations/project-root.ts";
import { readLiveRuntime } from "#lib/operations/runtime-file.ts";
import { waitUntil } from "#lib/operations/wait-until.ts";

/** Who the journeys sign in as. */
export const administrator = { email: "ana@journeys.example", password: "a-long-password-for-journeys" };

export type TestInstance = { url: string; providersUrl: string; dataFolder: string; stop: () => Promise<void> };

/** `bin/start` on a free port with an empty data folder, an administrator and the provider fakes; built if need be. */
export async function startTestInstance(environment: Record<string, string> = {}): Promise<TestInstance> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), "balcao-instance-"));
  chmodSync(dataFolder, 0o711);
  const port = await freePort();
  let output = "";
  const child = spawn(path.join(projectRoot, "bin/start"), [], {
    env: { ...process.env, PORT: String(port), BALCAO_DATA: dataFolder, BASE_URL: "", DATABASE_URL: "", REDIS_URL: "", SECRET_KEY: "", BALCAO_FAKES: "true",
      BALCAO_ADMIN_EMAIL: administrator.email, BALCAO_ADMIN_PASSWORD: administrator.password, BALCAO_ACCOUNT_NAME: "Jornadas", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const stop = async () => {
    await end(child);
    const elsewhere = path.join(dataFolder, "postgres.location");
    for (const folder of [readIf(elsewhere), dataFolder]) if (folder) rmSync(folder, { recursive: true, force: true });
  };
  const ready = await waitUntil(() => child.exitCode !== null || readLiveRuntime(dataFolder)?.state === "ready", 300_000, 200);
  if (!ready || child.exitCode !== null) {
    await stop();
    throw new Error(`bin/start did not become ready:\n${output}`);
  }
  const runtime = readLiveRuntime(dataFolder)!;
  return { url: runtime.baseUrl, providersUrl: runtime.providersUrl ?? "", dataFolder, stop };
}

/** Playwright's global setup. With BALCAO_E2E_URL set, an instance that already runs is used (and left alone). */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.BALCAO_E2E_URL) return undefined;
  const instance = await startTestInstance();
  process.env.BALCAO_E2E_URL = instance.url;
  process.env.BALCAO_E2E_PROVIDERS = instance.providersUrl;
  process.env.BALCAO_E2E_DATA = instance.dataFolder;
  return instance.stop;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill("SIGTERM");
  });
}

function readIf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return undefined;
  }
}
