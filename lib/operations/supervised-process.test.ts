import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { isAlive } from "./running-process.ts";
import { SupervisedProcess } from "./supervised-process.ts";
import { waitUntil } from "./wait-until.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "balcao-supervised-"));
const running: SupervisedProcess[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.stop()));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function supervise(script: string, options: { stopTimeoutMs?: number } = {}): { supervised: SupervisedProcess; pids: number[] } {
  const pids: number[] = [];
  const supervised = new SupervisedProcess({
    name: "child", command: process.execPath, args: ["-e", script], cwd: folder, env: { ...process.env, NODE_COMPILE_CACHE: "" }, logFolder: folder, output: "lines", stopSignal: "SIGTERM",
    stopTimeoutMs: options.stopTimeoutMs ?? 5_000, onPid: (_name, pid) => pid && pids.push(pid),
  });
  running.push(supervised);
  supervised.start();
  return { supervised, pids };
}

describe("a supervised process", () => {
  it("is started again after kill -9", async () => {
    const { pids } = supervise("setInterval(() => {}, 1000)");
    expect(await waitUntil(() => pids.length === 1, 5_000)).toBe(true);
    process.kill(pids[0]!, "SIGKILL");
    expect(await waitUntil(() => pids.length === 2 && isAlive(pids[1]!), 5_000)).toBe(true);
  });

  it("counts failures in a row, with growing pauses", async () => {
    const { supervised, pids } = supervise("process.exit(3)");
    expect(await waitUntil(() => supervised.failures >= 3, 10_000)).toBe(true);
    expect(pids.length).toBe(3);
  });

  it("stays stopped, also one that does not listen", async () => {
    const { supervised, pids } = supervise("process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up')", { stopTimeoutMs: 200 });
    expect(await waitUntil(() => readFileSync(supervised.logFile, "utf8").includes("up"), 5_000)).toBe(true);
    await supervised.stop();
    expect(isAlive(pids.at(-1)!)).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(pids.length).toBe(1);
  });

  it("keeps its output in a log", async () => {
    const { supervised } = supervise("console.log(JSON.stringify({ level: 30, msg: 'noted' })); setInterval(() => {}, 1000)");
    expect(await waitUntil(() => readFileSync(supervised.logFile, "utf8").includes("noted"), 5_000)).toBe(true);
    rmSync(supervised.logFile, { force: true });
  });
});
