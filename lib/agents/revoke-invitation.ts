import type { Actor } from "../auth/actor.ts";
import { transaction } from "../db/tenant.ts";
import { notFound } from "../errors.ts";
import { record } from "../events/record.ts";

/** Its link opens nothing any more. @throws AppError not_found */
export async function revokeInvitation(actor: Actor, id: string): Promise<void> {
  await transaction(async (tx) => {
    const gone = await tx.invitation.deleteMany({ where: { accountId: actor.accountId, id, acceptedAt: null } });
    if (!gone.count) throw notFound();
    await record(tx, actor, "settings.changed", { what: "agents" });
  });
}
