import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { ChildLog } from "./child-log.ts";
import { progress } from "./progress.ts";

export type ProcessSpec = {
  name: string;
  command: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  logFolder: string;
  /** Run as this user (PostgreSQL refuses to run as root). */
  account?: { uid: number; gid: number };
  /** "lines": our own JSON lines, warnings shown on the terminal. "file": the program writes the file by itself. */
  output: "lines" | "file";
  stopSignal: NodeJS.Signals;
  /** How long a polite stop may take before SIGKILL. */
  stopTimeoutMs: number;
  /** Called before each restart; `failures` counts deaths in a row within a few seconds of their start. */
  beforeRestart?: (failures: number) => void;
  onPid: (name: string, pid: number | undefined) => void;
};

const firstPauseMs = 200;
const longestPauseMs = 10_000;
const healthyAfterMs = 15_000;

/**
 * A child that is started again when it dies, with growing pauses. Each has its own process group, so that Ctrl+C reaches
 * the supervisor alone and the stop happens in order.
 */
export class SupervisedProcess {
  readonly spec: ProcessSpec;
  /** Deaths in a row shortly after a start. */
  failures = 0;
  #child: ChildProcess | undefined;
  #log: ChildLog;
  #stopping = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(spec: ProcessSpec) {
    this.spec = spec;
    this.#log = new ChildLog(this.logFile);
  }

  get logFile(): string {
    return path.join(this.spec.logFolder, `${this.spec.name}.log`);
  }

  start(): void {
    const { name, command, args, cwd, env, account, output } = this.spec;
    const begun = Date.now();
    const stdio = output === "file" ? (["ignore", this.#log.fd, this.#log.fd] as const) : (["ignore", "pipe", "pipe"] as const);
    const child = spawn(command, args, { cwd, env, ...account, stdio: [...stdio], detached: true });
    this.#child = child;
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => this.#log.write(name, chunk, false));
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => this.#log.write(name, chunk, true));
    child.once("spawn", () => this.spec.onPid(name, child.pid));
    child.once("error", (error) => this.#ended(begun, error.message));
    child.once("exit", (code, signal) => this.#ended(begun, signal ?? `exit code ${code}`));
  }

  /** The signal of the spec, then SIGKILL after its time. Resolves when the process is gone. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#timer);
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      const force = setTimeout(() => child.kill("SIGKILL"), this.spec.stopTimeoutMs);
      child.once("exit", () => (clearTimeout(force), resolve()));
      child.kill(this.spec.stopSignal);
    });
  }

  /** For an operator who cannot wait. */
  kill(): void {
    this.#child?.kill("SIGKILL");
  }

  #ended(begun: number, reason: string): void {
    this.spec.onPid(this.spec.name, undefined);
    this.#child = undefined;
    if (this.#stopping) return;
    this.failures = Date.now() - begun < healthyAfterMs ? this.failures + 1 : 1;
    const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** (this.failures - 1));
    progress.warn(`${this.spec.name} ended (${reason}); starting it again in ${(pauseMs / 1000).toFixed(1)} s`);
    this.#timer = setTimeout(() => {
      this.spec.beforeRestart?.(this.failures);
      this.start();
    }, pauseMs);
  }
}
