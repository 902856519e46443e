import { parseArgs } from "node:util";
import { loadEnvFile } from "#lib/operations/connect-instance.ts";
import { dataFolderPath } from "#lib/operations/data-folder.ts";
import { demoSignIn } from "#lib/operations/demo-sign-in.ts";
import type { Instance } from "#lib/operations/instance.ts";
import { progress } from "#lib/operations/progress.ts";
import { sentenceOf } from "#lib/operations/sentence-of.ts";
import { startInstance } from "#lib/operations/start-instance.ts";

const help = `Starts Balcão: dashboard, API, realtime and workers, with a database and a queue of its own.

  bin/start            start, or start again with the data that is there
  bin/start --demo     the same, with a demo company to look at and provider fakes to write from

Environment (also read from .env; .env.example has all of it)
  PORT                 the port of the dashboard (3000)
  BALCAO_DATA          the folder of database, files and logs (.data)
  BASE_URL             the public address, when it is not http://localhost:PORT
  DATABASE_URL         a PostgreSQL of your own instead of the embedded one
  REDIS_URL            a Redis of your own instead of a private one
  BALCAO_ADMIN_EMAIL, BALCAO_ADMIN_PASSWORD, BALCAO_ACCOUNT_NAME
                       create the account and its administrator unattended

Ctrl+C stops everything. Logs are in the logs folder of BALCAO_DATA.`;

let instance: Instance | undefined;
let stopping: Promise<void> | undefined;

/** @param code the exit code of the whole command */
async function stop(code: number): Promise<void> {
  if (stopping) return instance?.stop();
  if (instance && code === 0) progress.line("\n  stopping (again to stop at once) …");
  await (stopping = instance?.stop() ?? Promise.resolve());
  if (instance && code === 0) progress.line("  stopped");
  process.exit(code);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { demo: { type: "boolean", default: false }, help: { type: "boolean", short: "h", default: false } } });
  if (values.help) return progress.line(help);
  loadEnvFile();
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT is “${process.env.PORT}”; it must be a number from 1 to 65535.`);

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
  // A mistake of ours must not leave a database running without its supervisor.
  process.on("uncaughtException", (error) => (process.stderr.write(`\n${error.stack}\n`), void stop(1)));
  progress.line("Balcão");
  await startInstance({ dataFolder: dataFolderPath(), port, demo: values.demo }, (made) => (instance = made));
  progress.line(`\n  Open ${instance!.runtime.baseUrl}   (ready in ${progress.elapsed()})`);
  if (values.demo) for (const line of demoSignIn(instance!.runtime)) progress.line(`  ${line}`);
  progress.line("  Ctrl+C stops everything.");
}

main().catch(async (error: unknown) => {
  // Ctrl+C during the start ends the steps with an abort: the stop already under way ends the process.
  if (stopping) return;
  process.stderr.write(`\n${sentenceOf(error)}\n`);
  await stop((error as { exitCode?: number }).exitCode ?? 1);
});
