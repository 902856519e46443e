import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";

/** A process that is killed without warning and comes back a moment later, as under any supervisor. `environment` is asked at each start. */
export class MortalProcess {
  readonly name: string;
  deaths = 0;
  #start: () => ChildProcess;
  #child: ChildProcess | undefined;
  #wanted = true;

  constructor(name: string, command: string, args: string[], options: { log: string; cwd: string; environment: () => NodeJS.ProcessEnv; account?: { uid: number; gid: number } }) {
    this.name = name;
    this.#start = () => {
      const log = openSync(options.log, "a");
      const child = spawn(command, args, { cwd: options.cwd, env: options.environment(), ...options.account, stdio: ["ignore", log, log], detached: true });
      closeSync(log);
      child.once("exit", () => {
        this.deaths++;
        if (this.#wanted) setTimeout(() => this.#wanted && this.start(), 150);
      });
      return child;
    };
    process.once("exit", () => this.kill());
  }

  start(): void {
    this.#child = this.#start();
  }

  kill(): void {
    this.#child?.kill("SIGKILL");
  }

  /** For good. */
  async end(signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
    this.#wanted = false;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise((resolve) => {
      child.once("exit", resolve);
      child.kill(signal);
    });
  }
}
