import { execFile, spawn, type ChildProcess } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { freePort } from "#lib/operations/free-port.ts";
import { projectRoot } from "#lib/operations/project-root.ts";
import { isAlive } from "#lib/operations/running-process.ts";
import { readLiveRuntime, type Runtime } from "#lib/operations/runtime-file.ts";
import { startTestInstance, type TestInstance } from "../setup/start-instance.ts";

// What an operator does with bin/start and bin/balcao, beside the instance that the other journeys use.
test.describe.configure({ mode: "serial", timeout: 120_000 });

let instance: TestInstance;
const folders: string[] = [];
const runtime = (): Runtime => readLiveRuntime(instance.dataFolder)!;
const command = (name: string) => path.join(projectRoot, "bin", name);

test.beforeAll(async () => {
  instance = await startTestInstance();
});
test.afterAll(async () => {
  await instance?.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "balcao-operator-"));
  chmodSync(folder, 0o711);
  folders.push(folder);
  return folder;
}

/** Environment of a second instance: nothing of this process's own. */
function environment(values: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, DATABASE_URL: "", REDIS_URL: "", SECRET_KEY: "", BASE_URL: "", BALCAO_FAKES: "", ...values };
}

async function run(name: string, args: string[], values: Record<string, string>): Promise<{ code: number; output: string }> {
  return promisify(execFile)(command(name), args, { env: environment(values), encoding: "utf8" }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({ code: error.code, output: error.stdout + error.stderr }));
}

const healthy = () => fetch(`${instance.url}/api/health`).then((answer) => answer.status, () => 0);

test("runs beside another instance, each with its own data", async () => {
  expect(await healthy()).toBe(200);
  expect(instance.url).not.toBe(process.env.BALCAO_E2E_URL);
  const { output } = await run("balcao", ["account", "list", "--json"], { BALCAO_DATA: instance.dataFolder });
  expect(JSON.parse(output)).toEqual([{ id: 1, name: "Jornadas" }]);
});

test("says that it runs already, and where", async () => {
  const { code, output } = await run("start", [], { BALCAO_DATA: instance.dataFolder, PORT: String(await freePort()) });
  expect(code).toBe(1);
  expect(output).toContain(`Balcão already runs on ${instance.dataFolder}: open ${instance.url}`);
});

test("says that the port is taken", async () => {
  const server = http.createServer().listen(0);
  const { port } = server.address() as { port: number };
  const { code, output } = await run("start", [], { BALCAO_DATA: newFolder(), PORT: String(port) });
  server.close();
  expect(code).toBe(1);
  expect(output).toContain(`Port ${port} is already in use.`);
});

test("prints addresses that a shell can use", async () => {
  const { output } = await run("balcao", ["env"], { BALCAO_DATA: instance.dataFolder });
  expect(output).toContain(`BASE_URL=${instance.url}`);
  const checked = await promisify(execFile)("sh", ["-c", `set -a; eval "$(${command("balcao")} env)"; printf '%s' "$DATABASE_URL"`], { env: environment({ BALCAO_DATA: instance.dataFolder }), encoding: "utf8" });
  expect(checked.stdout).toBe(runtime().databaseUrl);
});

for (const name of ["web", "worker", "redis", "postgres"]) {
  test(`comes back after kill -9 of ${name}`, async () => {
    const before = runtime().processes[name]!;
    process.kill(before, "SIGKILL");
    const cameBack = () => {
      const now = runtime().processes[name];
      return now !== undefined && now !== before && isAlive(now);
    };
    await expect.poll(cameBack, { timeout: 30_000 }).toBe(true);
    await expect.poll(healthy, { timeout: 60_000 }).toBe(200);
  });
}

test("a backup moves into a new folder, and comes up there", async () => {
  const archive = path.join(newFolder(), "backup.tar.gz");
  expect(await run("balcao", ["backup", archive], { BALCAO_DATA: instance.dataFolder })).toMatchObject({ code: 0 });
  const target = newFolder();
  const { code, output } = await run("balcao", ["restore", archive], { BALCAO_DATA: target });
  expect(output).toContain("Restored");
  expect(code).toBe(0);
  expect(JSON.parse((await run("balcao", ["account", "list", "--json"], { BALCAO_DATA: target })).output)).toEqual([{ id: 1, name: "Jornadas" }]);
});

test("starts again in seconds with its data, after a supervisor that was killed too", async () => {
  const left = runtime();
  process.kill(left.supervisor, "SIGKILL");
  await expect.poll(() => isAlive(left.supervisor)).toBe(false);
  const begun = Date.now();
  const child = start({ BALCAO_DATA: instance.dataFolder, PORT: String(left.port) });
  await expect.poll(() => readLiveRuntime(instance.dataFolder)?.state, { timeout: 90_000 }).toBe("ready");
  // 5 s on a quiet machine; this one may be busy with other things.
  expect(Date.now() - begun).toBeLessThan(60_000);
  const now = runtime();
  for (const name of ["web", "worker"]) expect(now.processes[name]).not.toBe(left.processes[name]);

  child.kill("SIGINT");
  const code = await new Promise((resolve) => child.once("exit", resolve));
  expect(code).toBe(0);
  for (const pid of [...Object.values(now.processes), ...Object.values(left.processes)]) expect(isAlive(pid)).toBe(false);
  expect(existsSync(path.join(instance.dataFolder, "runtime.json"))).toBe(false);
  expect(readFileSync(path.join(instance.dataFolder, "secret.key"), "utf8")).toMatch(/^[0-9a-f]{64}\n$/);
});

function start(values: Record<string, string>): ChildProcess {
  return spawn(command("start"), [], { env: environment(values), stdio: "ignore" });
}
