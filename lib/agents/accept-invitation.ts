import type { z } from "zod";
import { limit } from "../api/rate-limit.ts";
import { hashPassword, isPassword } from "../auth/password.ts";
import { hashToken } from "../auth/secrets.ts";
import { systemQuery, systemTransaction } from "../db/system.ts";
import { inAccount, transaction } from "../db/tenant.ts";
import { AppError } from "../errors.ts";
import { record } from "../events/record.ts";
import { newId } from "../ids.ts";
import { invitationGone, openInvitation } from "./open-invitation.ts";
import type { acceptInvitationInput } from "./schemas.ts";

/**
 * The invited person joins: someone new with a name and a password, someone known by the password they have. The link works
 * once, also for two browsers at the same moment (conditional update).
 * @throws AppError not_found, expired, invalid_input, invalid_credentials, rate_limited
 */
export async function acceptInvitation(token: string, input: z.output<typeof acceptInvitationInput>): Promise<{ accountId: number; email: string }> {
  const { email, hasUser } = await openInvitation(token);
  await limit("sign-in-email", email.toLowerCase());
  const userId = hasUser ? await knownUser(email, input.password) : null;
  const name = input.name;
  if (!userId && !name) throw new AppError("invalid_input", "Say your name.", { details: [{ path: "name", message: "required" }] });
  const passwordHash = userId ? null : await hashPassword(input.password);

  const accountId = await systemTransaction(async (client) => {
    const claimed = await client.query<{ account_id: number; role: string }>(
      "update invitations set accepted_at = now() where token_hash = $1 and accepted_at is null and expires_at > now() returning account_id, role", [hashToken(token)]);
    const invitation = claimed.rows[0];
    if (!invitation) throw invitationGone();
    const id = userId ?? newId();
    if (!userId) {
      const made = await client.query("insert into users (id, email, name, password_hash) values ($1, $2, $3, $4) on conflict (email) do nothing", [id, email, name, passwordHash]);
      if (!made.rowCount) throw new AppError("conflict", "This e-mail address has just been registered. Reload the page and sign in.");
    }
    await client.query("insert into memberships (account_id, user_id, role) values ($1, $2, $3) on conflict do nothing", [invitation.account_id, id, invitation.role]);
    return invitation.account_id;
  });
  // The system role writes no events. This one only makes open screens read again, so it may come after the commit.
  await inAccount(accountId, async () => transaction(async (tx) => record(tx, { kind: "system", accountId }, "settings.changed", { what: "agents" })));
  return { accountId, email };
}

async function knownUser(email: string, password: string): Promise<string> {
  const [user] = await systemQuery<{ id: string; password_hash: string }>("select id, password_hash from users where email = $1", [email]);
  if (!(await isPassword(password, user?.password_hash ?? null)))
    throw new AppError("invalid_credentials", "The password is wrong.");
  return user!.id;
}
