import { existsSync } from "node:fs";
import path from "node:path";
import { health } from "./health.ts";
import { OperatorError } from "./operator-error.ts";
import { progress } from "./progress.ts";
import { projectRoot } from "./project-root.ts";
import { beginningOf, endProcess } from "./running-process.ts";
import { readRuntime, removeRuntime, type Runtime, writeRuntime } from "./runtime-file.ts";
import { type ProcessSpec, SupervisedProcess } from "./supervised-process.ts";
import { waitUntil } from "./wait-until.ts";

const childStopMs = 25_000;

/** The processes of one running Balcão and the order in which they start and stop. */
export class Instance {
  readonly dataFolder: string;
  readonly runtime: Runtime;
  readonly aborted = new AbortController();
  /** Stopped first, side by side. */
  #programs: SupervisedProcess[] = [];
  /** Stopped after them, the last started first. */
  #services: SupervisedProcess[] = [];
  #stopped: Promise<void> | undefined;

  constructor(dataFolder: string, port: number, baseUrl: string) {
    this.dataFolder = dataFolder;
    this.runtime = { supervisor: process.pid, supervisorBegan: beginningOf(process.pid), state: "starting", startedAt: new Date().toISOString(), port, baseUrl, databaseUrl: "", redisUrl: "", processes: {} };
  }

  save(): void {
    writeRuntime(this.dataFolder, this.runtime);
  }

  /** Called when a child runs again after it died. */
  onComeback: ((name: string) => void) | undefined;

  readonly onPid: ProcessSpec["onPid"] = (name, pid) => {
    if (pid && this.runtime.state === "ready") this.onComeback?.(name);
    if (pid) this.runtime.processes[name] = pid;
    else delete this.runtime.processes[name];
    // A child that ends while we stop must not bring the removed file back.
    if (!this.#stopped) this.save();
  };

  addService(service: SupervisedProcess): void {
    this.#services.unshift(service);
  }

  /** Starts one of our own TypeScript programs. */
  addProgram(name: string, script: string, env: NodeJS.ProcessEnv): SupervisedProcess {
    const program = new SupervisedProcess({
      name,
      command: process.execPath,
      args: [script],
      cwd: projectRoot,
      env: { ...env, BALCAO_PROCESS: name },
      logFolder: path.join(this.dataFolder, "logs"),
      output: "lines",
      stopSignal: "SIGTERM",
      stopTimeoutMs: childStopMs,
      onPid: this.onPid,
    });
    if (!existsSync(path.join(projectRoot, script))) throw new OperatorError(`${script} is missing from this checkout.`);
    this.#programs.push(program);
    program.start();
    return program;
  }

  /** Until GET /api/health says 200. @throws OperatorError with what the parts say */
  async whenHealthy(): Promise<void> {
    let last: Awaited<ReturnType<typeof health>>;
    const { port, baseUrl } = this.runtime;
    const failing = () => this.#programs.find((program) => program.failures >= 5);
    const ended = await waitUntil(async () => {
      if (this.aborted.signal.aborted || failing()) return true;
      return (last = await health(port, baseUrl))?.status === 200;
    }, 90_000, 100);
    this.aborted.signal.throwIfAborted();
    const broken = failing();
    if (broken) throw new OperatorError(`${broken.spec.name} does not start; ${broken.logFile} says why.`);
    if (!ended) throw new OperatorError(`Balcão started but does not become ready: ${last?.body ?? "nothing answers"}. See ${path.join(this.dataFolder, "logs")}.`);
  }

  /** Programs first, then Redis and PostgreSQL. Called again, it stops waiting for programs that take their time. */
  async stop(): Promise<void> {
    if (this.#stopped) {
      for (const program of this.#programs) program.kill();
      return this.#stopped;
    }
    this.aborted.abort();
    return (this.#stopped = (async () => {
      await Promise.all(this.#programs.map((program) => program.stop()));
      for (const service of this.#services) await service.stop();
      removeRuntime(this.dataFolder);
    })());
  }
}

/** Ends what a killed supervisor left running, so that two web processes never share a folder. */
export async function stopLeftovers(dataFolder: string): Promise<void> {
  const left = readRuntime(dataFolder);
  if (!left) return;
  const scripts = ["server.ts", "workers/index.ts", "tests/fakes/start.ts"];
  const ours = Object.entries(left.processes).filter(([name]) => name !== "postgres" && name !== "redis");
  await Promise.all(ours.map(([, pid]) => endProcess(pid, (command) => scripts.some((script) => command.includes(script)), "SIGTERM", childStopMs)));
  removeRuntime(dataFolder);
  progress.line("  ✓ cleared up after an instance that was killed");
}
