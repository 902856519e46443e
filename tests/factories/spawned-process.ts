import { type ChildProcess, spawn } from "node:child_process";
import { projectRoot } from "#lib/operations/project-root.ts";

export type SpawnedProcess = { child: ChildProcess; output: () => string; exit: Promise<number | null>; stop: () => Promise<void> };

/** One of our own programs (server.ts, workers/index.ts) with the test's database and what `environment` changes. */
export function spawnProcess(program: string, environment: Record<string, string>): SpawnedProcess {
  const child = spawn(process.execPath, [program], { cwd: projectRoot, env: { ...process.env, NODE_ENV: "production", BALCAO_PAGES: "off", HOST: "127.0.0.1", ...environment }, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout!, child.stderr!]) stream.on("data", (chunk) => (text += chunk));
  const exit = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return {
    child, exit,
    output: () => text,
    async stop() {
      child.kill("SIGKILL");
      await exit;
    },
  };
}
