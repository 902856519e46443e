import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** The command line of a process, or undefined when it is gone (or a zombie). */
export function commandOf(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  if (existsSync("/proc/self/cmdline")) {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim() || undefined;
    } catch {
      return undefined;
    }
  }
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() || undefined;
}

/** When a process began, in the system's own ticks: with its id it names one process for good. Empty where there is no /proc. */
export function beginningOf(pid: number): string {
  try {
    // The name in parentheses may hold spaces; the beginning is the 22nd field (proc_pid_stat(5)).
    return readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /, "").split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Signals a process that is still what we started (process ids are reused) and waits until it is gone. */
export async function endProcess(pid: number, isOurs: (command: string) => boolean, signal: NodeJS.Signals, timeoutMs: number): Promise<void> {
  const command = commandOf(pid);
  if (!command || !isOurs(command)) return;
  process.kill(pid, signal);
  const deadline = Date.now() + timeoutMs;
  while (commandOf(pid) === command) {
    if (Date.now() > deadline) process.kill(pid, "SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
