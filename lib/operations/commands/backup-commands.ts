import type { Command } from "commander";
import { runCommand } from "../run-command.ts";

/** `backup` and `restore`. */
export function backupCommands(program: Command): void {
  program.command("backup")
    .description("write database and files into one archive, while Balcão runs")
    .argument("<file>", "where to, for example balcao-2026-11-22.tar.gz; it holds secrets, keep it like a password")
    .action(async (file, _options, command) => runCommand(command, async ({ dataFolder }) => {
      const { writeBackup } = await import("../write-backup.ts");
      const written = await writeBackup(file, dataFolder);
      return { text: `${written.file}: ${written.rows} rows, ${written.files} files, ${megabytes(written.bytes)}.`, json: written };
    }));

  program.command("restore")
    .description("replace everything with the content of an archive")
    .argument("<file>", "made by bin/balcao backup, by this version or an older one")
    .option("--yes", "replace an instance that holds conversations already", false)
    .action(async (file, options, command) => runCommand(command, async ({ dataFolder, runtime }) => {
      const { restoreBackup } = await import("../restore-backup.ts");
      const restored = await restoreBackup(file, dataFolder, { overwrite: options.yes, runtime });
      const further = restored.notes.length ? `\n${restored.notes.join("\n")}` : "";
      return { text: `Restored ${restored.rows} rows and ${restored.files} files of ${restored.createdAt}.${further}`, json: restored };
    }, { create: true }));
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}
