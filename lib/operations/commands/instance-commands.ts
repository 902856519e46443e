import type { Command } from "commander";
import { connectInstance, loadEnvFile } from "../connect-instance.ts";
import { dataFolderPath } from "../data-folder.ts";
import { OperatorError } from "../operator-error.ts";
import { runCommand, runUnconnected } from "../run-command.ts";
import { readLiveRuntime } from "../runtime-file.ts";

/** `env`, `doctor` and `migrate`. */
export function instanceCommands(program: Command): void {
  program.command("env")
    .description("addresses of the running instance, as lines a shell can source")
    .action(async (_options, command) => runUnconnected(command, async () => {
      loadEnvFile();
      const dataFolder = dataFolderPath();
      const runtime = readLiveRuntime(dataFolder);
      if (!runtime && !process.env.DATABASE_URL) throw new OperatorError(`No Balcão runs on ${dataFolder}. Start it with bin/start, or name its folder with BALCAO_DATA.`);
      await connectInstance();
      const { env } = await import("#lib/env.ts");
      const values = { DATABASE_URL: env().DATABASE_URL, REDIS_URL: env().REDIS_URL, BASE_URL: env().baseUrl, ...(runtime?.providersUrl && { PROVIDERS_URL: runtime.providersUrl }) };
      return { text: Object.entries(values).map(([name, value]) => `${name}=${shellWord(value)}`).join("\n"), json: values };
    }));

  program.command("migrate")
    .description("bring the database up to this version, and to the newest key of SECRET_KEY")
    .action(async (_options, command) => runCommand(command, async () => {
      const { migrateAndReseal } = await import("../migrate-and-reseal.ts");
      const { keys, ...json } = await migrateAndReseal();
      const { applied, total } = json;
      const migrations = applied.length ? `Applied ${applied.length} of ${total} migrations: ${applied.join(", ")}.` : `Nothing to do: all ${total} migrations are there.`;
      return { text: [migrations, ...keys].join("\n"), json };
    }));

  program.command("doctor")
    .description("check what self-hosters get wrong")
    .action(async (_options, command) => runCommand(command, async ({ runtime, dataFolder }) => {
      const { diagnose } = await import("../diagnose.ts");
      const findings = await diagnose(dataFolder, runtime);
      const mark = { ok: "✓", warning: "!", problem: "✗" } as const;
      const failed = findings.some((finding) => finding.state === "problem");
      return { text: findings.map((finding) => `${mark[finding.state]} ${finding.sentence}`).join("\n"), json: { ok: !failed, findings }, failed };
    }));
}

function shellWord(value: string): string {
  return /^[\w:/@.,%+=?&-]*$/.test(value) && !value.includes("&") && !value.includes("?") ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
