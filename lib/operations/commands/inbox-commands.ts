import type { Command } from "commander";
import { OperatorError } from "../operator-error.ts";
import { runCommand } from "../run-command.ts";

/** `inbox`: connect a channel. */
export function inboxCommands(program: Command): void {
  const inbox = program.command("inbox").description("connected channels");
  inbox.command("create")
    .description("connect a channel; prints its id, token and webhook address")
    .requiredOption("--channel <type>", "widget, whatsapp or api")
    .requiredOption("--name <name>", "what agents call it")
    .option("--config <json>", "the channel's settings, for example '{\"phoneNumberId\":\"…\"}'", "{}")
    .option("--account <id or name>", "when there are several")
    .action(async (options, command) => runCommand(command, async () => {
      const config = parseConfig(options.config);
      const { findAccount } = await import("../find-account.ts");
      const account = await findAccount(options.account);
      const { inAccount } = await import("#lib/db/tenant.ts");
      const { createInbox } = await import("#lib/inboxes/create-inbox.ts");
      const created = await inAccount(account.id, async () =>
        createInbox({ kind: "system", accountId: account.id }, { name: options.name, channel: { ...config, type: options.channel } }));
      const lines = [`id       ${created.id}`, `token    ${created.token}`, ...(created.webhookUrl ? [`webhook  ${created.webhookUrl}`] : [])];
      return { text: lines.join("\n"), json: created };
    }));
}

function parseConfig(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (value && typeof value === "object" && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new OperatorError("--config is not a JSON object. In a shell, put it into single quotes.");
}
