import { Command, CommanderError } from "commander";
import { accountCommands } from "#lib/operations/commands/account-commands.ts";
import { backupCommands } from "#lib/operations/commands/backup-commands.ts";
import { inboxCommands } from "#lib/operations/commands/inbox-commands.ts";
import { instanceCommands } from "#lib/operations/commands/instance-commands.ts";

// Only warnings of ours; a log line must not mix with what a script reads.
process.env.LOG_LEVEL ||= "silent";

const program = new Command("balcao")
  .description("The operator's command. Works on the bin/start that runs on BALCAO_DATA (.data), on its database when it is stopped,\nor on DATABASE_URL and REDIS_URL.")
  .option("--json", "answer in JSON, for machines")
  .showHelpAfterError("(--help says more)")
  .exitOverride();

accountCommands(program);
inboxCommands(program);
instanceCommands(program);
backupCommands(program);
acceptJsonEverywhere(program);

try {
  await program.parseAsync();
} catch (error) {
  // Commander has printed its sentence or the help.
  if (!(error instanceof CommanderError)) throw error;
  process.exit(error.exitCode);
}

/** `--json` may stand at the end of the line as well. */
function acceptJsonEverywhere(command: Command): void {
  for (const child of command.commands) {
    child.exitOverride().option("--json", "answer in JSON, for machines");
    acceptJsonEverywhere(child);
  }
}
