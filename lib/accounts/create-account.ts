import type { z } from "zod";
import type { PoolClient } from "pg";
import { parseInput } from "../api/parse-input.ts";
import { hashPassword } from "../auth/password.ts";
import { systemTransaction } from "../db/system.ts";
import { newId } from "../ids.ts";
import { newAccountInput } from "./schemas.ts";

export type CreatedAccount = { accountId: number; userId: string };

/**
 * A new account with its administrator. Someone whose e-mail is known already becomes administrator and keeps name and
 * password. `within`: a transaction of the system role to be part of.
 * @throws AppError invalid_input
 */
export async function createAccount(input: z.input<typeof newAccountInput>, within?: PoolClient): Promise<CreatedAccount> {
  const { name, locale, timeZone, administrator } = parseInput(newAccountInput, input);
  const passwordHash = await hashPassword(administrator.password);
  const write = async (client: PoolClient): Promise<CreatedAccount> => {
    const account = await client.query<{ id: number }>("insert into accounts (name, locale, time_zone) values ($1, $2, $3) returning id", [name, locale, timeZone]);
    const accountId = account.rows[0]!.id;
    const made = await client.query<{ id: string }>(
      "insert into users (id, email, name, password_hash, locale) values ($1, $2, $3, $4, $5) on conflict (email) do nothing returning id",
      [newId(), administrator.email, administrator.name, passwordHash, locale]);
    const userId = made.rows[0]?.id ?? (await client.query<{ id: string }>("select id from users where email = $1", [administrator.email])).rows[0]!.id;
    await client.query("insert into memberships (account_id, user_id, role) values ($1, $2, 'administrator')", [accountId, userId]);
    return { accountId, userId };
  };
  return within ? write(within) : systemTransaction(write);
}
