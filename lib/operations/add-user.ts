import { hashPassword } from "#lib/auth/password.ts";
import { systemTransaction } from "#lib/db/system.ts";
import { newId } from "#lib/ids.ts";
import { OperatorError } from "./operator-error.ts";

/** Makes the person when the address is new, and the membership; a person known already keeps name and password. */
export async function addUser(accountId: number, input: { email: string; name: string; role: string; password: string }): Promise<{ id: string; isNew: boolean }> {
  if (!/^[^\s@]+@[^\s@]+$/.test(input.email)) throw new OperatorError(`“${input.email}” is not an e-mail address.`);
  const passwordHash = await hashPassword(input.password);
  return systemTransaction(async (client) => {
    const made = await client.query<{ id: string }>(
      "insert into users (id, email, name, password_hash) values ($1, $2, $3, $4) on conflict (email) do nothing returning id", [newId(), input.email, input.name, passwordHash]);
    const id = made.rows[0]?.id ?? (await client.query<{ id: string }>("select id from users where email = $1", [input.email])).rows[0]!.id;
    const joined = await client.query("insert into memberships (account_id, user_id, role) values ($1, $2, $3) on conflict do nothing", [accountId, id, input.role]);
    if (joined.rowCount === 0) throw new OperatorError(`${input.email} is a member of this account already.`);
    return { id, isNew: made.rowCount === 1 };
  });
}
