import { spawn } from "node:child_process";
import { OperatorError } from "./operator-error.ts";
import { projectRoot } from "./project-root.ts";

/**
 * Runs a command in the project and keeps its output to itself, unless it fails: then the end of it is the error. Without a
 * label the command words its own sentence.
 */
export async function runQuietly(label: string, command: string, args: string[], env: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<string> {
  let output = "";
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(command, args, { cwd: projectRoot, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    const keep = (chunk: Buffer) => (output = (output + chunk.toString("utf8")).slice(-50_000));
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    // The group, because such commands have children of their own.
    const end = () => child.pid && process.kill(-child.pid, "SIGTERM");
    signal?.addEventListener("abort", end, { once: true });
    child.once("error", reject);
    child.once("close", (code) => (signal?.removeEventListener("abort", end), resolve(code)));
  });
  signal?.throwIfAborted();
  if (code === 0) return output;
  if (/ENOSPC|No space left on device/.test(output)) throw Object.assign(new Error("disk full"), { code: "ENOSPC" });
  throw new OperatorError(`${label ? `${label} failed:\n` : ""}${output.trim().split("\n").slice(-25).join("\n")}`);
}
