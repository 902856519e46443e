import type { z } from "zod";
import { limit } from "../api/rate-limit.ts";
import type { AgentActor } from "../auth/actor.ts";
import { hashToken, randomToken } from "../auth/secrets.ts";
import { clock } from "../clock.ts";
import { transaction } from "../db/tenant.ts";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { record } from "../events/record.ts";
import { newId } from "../ids.ts";
import type { InvitationView, newInvitationInput } from "./schemas.ts";

export const invitationDays = 7;

/**
 * A link by which one person joins, once, within seven days. It is in this answer only; inviting the same address again
 * makes a new link and ends the old one.
 * @throws AppError already_taken for who is in already, rate_limited
 */
export async function inviteAgent(actor: AgentActor, input: z.output<typeof newInvitationInput>): Promise<InvitationView> {
  await limit("invitation", `account ${actor.accountId}`);
  const token = randomToken();
  const invitation = await transaction(async (tx) => {
    const members = await tx.$queryRaw<unknown[]>`
      select 1 from memberships m join users u on u.id = m.user_id where m.account_id = ${actor.accountId} and u.email = ${input.email}::citext`;
    if (members.length) throw new AppError("already_taken", `${input.email} is in this account already.`, { details: [{ path: "email", message: "already_agent" }] });
    await tx.invitation.deleteMany({ where: { accountId: actor.accountId, email: input.email, acceptedAt: null } });
    const made = await tx.invitation.create({
      data: {
        accountId: actor.accountId, id: newId(), email: input.email, role: input.role, tokenHash: new Uint8Array(hashToken(token)), invitedById: actor.userId,
        expiresAt: new Date(clock.now().getTime() + invitationDays * 86_400_000),
      },
    });
    await record(tx, actor, "settings.changed", { what: "agents" });
    return made;
  });
  const { id, email, role, expiresAt, createdAt } = invitation;
  return { id, email, role, expiresAt, createdAt, invitedBy: actor.name, link: `${env().baseUrl}/invite/${token}` };
}
