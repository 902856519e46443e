import { randomBytes } from "node:crypto";
import type { Command } from "commander";
import { OperatorError } from "../operator-error.ts";
import { runCommand } from "../run-command.ts";

const passwordHelp = "at least 12 characters (or BALCAO_PASSWORD); one is made and printed when absent";

/** `account`, `user` and `token`: who may sign in, and programs that act for them. */
export function accountCommands(program: Command): void {
  const account = program.command("account").description("accounts: one company's workspace each");
  account.command("create")
    .description("make an account and its administrator")
    .requiredOption("--name <name>", "the company's name")
    .requiredOption("--email <address>", "the administrator's e-mail address")
    .option("--user-name <name>", "the administrator's name (default: the part of the address before the @)")
    .option("--password <password>", passwordHelp)
    .option("--locale <locale>", "pt-BR, en or es", "pt-BR")
    .action(async (options, command) => runCommand(command, async () => {
      const { createAccount } = await import("#lib/accounts/create-account.ts");
      const { password, made } = passwordOf(options.password);
      const administrator = { name: options.userName ?? options.email.split("@")[0], email: options.email, password };
      const { accountId } = await createAccount({ name: options.name, administrator, locale: options.locale });
      return {
        text: `Account ${accountId} “${options.name}” with ${options.email}.${made ? ` Password: ${password}` : ""}`,
        json: { id: accountId, name: options.name, email: options.email, ...(made && { password }) },
      };
    }));
  account.command("list").description("all accounts").action(async (_options, command) => runCommand(command, async () => {
    const { systemQuery } = await import("#lib/db/system.ts");
    const accounts = await systemQuery<{ id: number; name: string }>("select id, name from accounts order by id");
    return { text: accounts.map((each) => `${each.id}\t${each.name}`).join("\n") || "There is no account yet.", json: accounts };
  }));

  const user = program.command("user").description("people who sign in");
  user.command("create")
    .description("add a person to an account (someone known already only gets the membership)")
    .requiredOption("--email <address>", "e-mail address")
    .option("--name <name>", "name (default: the part of the address before the @)")
    .option("--role <role>", "agent or administrator", "agent")
    .option("--account <id or name>", "when there are several")
    .option("--password <password>", passwordHelp)
    .action(async (options, command) => runCommand(command, async () => {
      if (!["agent", "administrator"].includes(options.role)) throw new OperatorError("--role is agent or administrator.");
      const { findAccount } = await import("../find-account.ts");
      const { addUser } = await import("../add-user.ts");
      const target = await findAccount(options.account);
      const { password, made } = passwordOf(options.password);
      const added = await addUser(target.id, { email: options.email, name: options.name ?? options.email.split("@")[0], role: options.role, password });
      const newPassword = added.isNew && made ? { password } : {};
      return {
        text: `${options.email} is ${options.role} in account ${target.id} “${target.name}”.${"password" in newPassword ? ` Password: ${password}` : ""}`,
        json: { id: added.id, email: options.email, role: options.role, accountId: target.id, ...newPassword },
      };
    }));
  user.command("password")
    .description("set a person's password and end their sessions")
    .requiredOption("--email <address>", "e-mail address")
    .option("--password <password>", passwordHelp)
    .action(async (options, command) => runCommand(command, async () => {
      const { findUser } = await import("../find-user.ts");
      const { hashPassword } = await import("#lib/auth/password.ts");
      const { systemQuery } = await import("#lib/db/system.ts");
      const found = await findUser(options.email);
      const { password, made } = passwordOf(options.password);
      await systemQuery("update users set password_hash = $2 where id = $1", [found.id, await hashPassword(password)]);
      await systemQuery("update sessions set revoked_at = now() where user_id = $1 and revoked_at is null", [found.id]);
      return { text: `${found.email} has a new password and is signed out everywhere.${made ? ` Password: ${password}` : ""}`, json: { email: found.email, ...(made && { password }) } };
    }));

  const token = program.command("token").description("API tokens");
  token.command("create")
    .description("print a new API token of a person, and nothing else")
    .requiredOption("--email <address>", "whose token")
    .option("--name <name>", "what it is for", "bin/balcao")
    .action(async (options, command) => runCommand(command, async () => {
      const { findUser } = await import("../find-user.ts");
      const { createApiToken } = await import("#lib/auth/api-tokens.ts");
      const created = await createApiToken((await findUser(options.email)).id, { name: options.name });
      return { text: created.token, json: { token: created.token, id: created.id, name: created.name } };
    }));
}

function passwordOf(given: string | undefined): { password: string; made: boolean } {
  const password = given ?? process.env.BALCAO_PASSWORD;
  return password ? { password, made: false } : { password: randomBytes(15).toString("base64url"), made: true };
}
