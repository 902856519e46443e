import { OperatorError } from "./operator-error.ts";

/**
 * The account and administrator of BALCAO_ADMIN_EMAIL, BALCAO_ADMIN_PASSWORD and BALCAO_ACCOUNT_NAME, unless somebody has that
 * address already. @returns what was made
 */
export async function firstAccount(): Promise<string | undefined> {
  const { BALCAO_ADMIN_EMAIL: email, BALCAO_ADMIN_PASSWORD: password, BALCAO_ACCOUNT_NAME: name } = process.env;
  if (!email && !password) return undefined;
  if (!email || !password) throw new OperatorError("BALCAO_ADMIN_EMAIL and BALCAO_ADMIN_PASSWORD go together: give both, or neither to be asked in the browser.");
  const { systemQuery } = await import("#lib/db/system.ts");
  if ((await systemQuery("select 1 from users where email = $1", [email])).length > 0) return undefined;
  const { createAccount } = await import("#lib/accounts/create-account.ts");
  await createAccount({ name: name || "Balcão", administrator: { name: email.split("@")[0]!, email, password } });
  return `account “${name || "Balcão"}” with ${email}`;
}
