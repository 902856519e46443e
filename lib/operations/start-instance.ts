import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { assertAnswers } from "./assert-answers.ts";
import { openDataFolder, secretKey } from "./data-folder.ts";
import { isPortFree } from "./free-port.ts";
import { Instance, stopLeftovers } from "./instance.ts";
import { keptPort } from "./kept-ports.ts";
import { OperatorError } from "./operator-error.ts";
import { dashboard, prepareBuild, prismaClient, widget } from "./prepare-build.ts";
import { startPrivatePostgres, startPrivateRedis } from "./private-services.ts";
import { progress } from "./progress.ts";
import { projectRoot } from "./project-root.ts";
import { readLiveRuntime } from "./runtime-file.ts";
import { runQuietly } from "./run-quietly.ts";

export type StartOptions = { dataFolder: string; port: number; demo: boolean };

/** From nothing to a served dashboard; every step says what it did. The caller stops the instance, also after an error. */
export async function startInstance(options: StartOptions, onInstance: (instance: Instance) => void): Promise<Instance> {
  const { dataFolder, port } = options;
  const running = readLiveRuntime(dataFolder);
  if (running) throw new OperatorError(`Balcão already runs on ${dataFolder}: open ${running.baseUrl} (process ${running.supervisor}).`);
  openDataFolder(dataFolder);
  // First what a killed supervisor left: it may hold the very port.
  await stopLeftovers(dataFolder);
  if (!(await isPortFree(port))) throw new OperatorError(`Port ${port} is already in use. Choose another, for example: PORT=${port + 1} bin/start`);

  const instance = new Instance(dataFolder, port, (process.env.BASE_URL || `http://localhost:${port}`).replace(/\/$/, ""));
  onInstance(instance);
  instance.save();
  const secret = secretKey(dataFolder);

  await progress.step("database and queue", async () => {
    const context = { dataFolder, secret, onPid: instance.onPid };
    // Both to the end, so that neither is left behind when the other fails.
    const [postgres, redis] = await Promise.allSettled([
      process.env.DATABASE_URL ? assertAnswers("DATABASE_URL", process.env.DATABASE_URL) : startPrivatePostgres(context),
      process.env.REDIS_URL ? assertAnswers("REDIS_URL", process.env.REDIS_URL) : startPrivateRedis(context),
    ]);
    for (const service of [postgres, redis]) if (service.status === "fulfilled" && service.value) instance.addService(service.value.process);
    for (const service of [postgres, redis]) if (service.status === "rejected") throw service.reason;
    const started = (service: typeof postgres) => (service.status === "fulfilled" && service.value ? service.value : undefined);
    instance.runtime.databaseUrl = process.env.DATABASE_URL || started(postgres)!.url;
    instance.runtime.redisUrl = process.env.REDIS_URL || started(redis)!.url;
    instance.save();
    return `${started(postgres)?.summary ?? "PostgreSQL of DATABASE_URL"}; ${started(redis)?.summary ?? "Redis of REDIS_URL"}`;
  });

  const demo = options.demo || existsSync(path.join(dataFolder, "demo"));
  if (demo || process.env.BALCAO_FAKES === "true") {
    instance.runtime.providersUrl = `http://127.0.0.1:${await keptPort(dataFolder, "providers")}`;
  }
  const env = processEnvironment(instance, secret);
  for (const product of [prismaClient, widget, dashboard]) {
    await progress.step(product.label, async () => {
      const made = await prepareBuild([product], env, () => {}, () => progress.line("  … another start is building; waiting for it"), instance.aborted.signal);
      return made.length ? `${product.label} built` : undefined;
    });
    instance.aborted.signal.throwIfAborted();
  }

  await progress.step("schema", async () => {
    const own = process.env.DATABASE_URL ? {} : { BALCAO_CREATE_DATABASE: "true" };
    const done = await runQuietly("", process.execPath, ["lib/operations/prepare-database.ts"], { ...env, ...own }, instance.aborted.signal);
    return done.trim().replaceAll("\n", "; ") || undefined;
  });
  if (options.demo) {
    await progress.step("demo company", async () => {
      const made = await runQuietly("Filling the demo company", process.execPath, ["prisma/seed/seed.ts"], env, instance.aborted.signal);
      writeFileSync(path.join(dataFolder, "demo"), "");
      return made.trim() || undefined;
    });
  }

  await progress.step("web and worker", async () => {
    const { providersUrl } = instance.runtime;
    if (providersUrl) instance.addProgram("providers", "tests/fakes/start.ts", { ...env, PORT: new URL(providersUrl).port });
    instance.addProgram("web", "server.ts", env);
    instance.addProgram("worker", "workers/index.ts", env);
    await instance.whenHealthy();
    const register = () => runQuietly("Registering the demo numbers", process.execPath, ["prisma/seed/register-numbers.ts"], env, instance.aborted.signal);
    if (providersUrl) await register();
    // The fakes keep everything in memory.
    instance.onComeback = (name) => void (name === "providers" && register().catch((error: Error) => progress.warn(error.message)));
    return "web and worker ready";
  });
  instance.runtime.state = "ready";
  instance.save();
  return instance;
}

function processEnvironment(instance: Instance, secret: string): NodeJS.ProcessEnv {
  const { runtime, dataFolder } = instance;
  return {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    // Types are erased and code compiled once, not at every start: a second less, and 30 MB less in each process.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE || path.join(projectRoot, "node_modules/.cache/balcao"),
    PORT: String(runtime.port),
    BALCAO_DATA: dataFolder,
    SECRET_KEY: secret,
    DATABASE_URL: runtime.databaseUrl,
    REDIS_URL: runtime.redisUrl,
    ...(runtime.providersUrl && { DEMO_PROVIDERS_URL: runtime.providersUrl }),
  };
}
