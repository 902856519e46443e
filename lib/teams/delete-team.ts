import type { Actor } from "../auth/actor.ts";
import { transaction } from "../db/tenant.ts";
import { record } from "../events/record.ts";
import { presentTeam } from "./present-team.ts";
import { releaseConversations } from "./release-conversations.ts";

/** Its conversations stay, without a team. @throws AppError not_found */
export async function deleteTeam(actor: Actor, id: string): Promise<void> {
  await transaction(async (tx) => {
    await presentTeam(tx, actor.accountId, id);
    await releaseConversations(tx, actor, { kind: "team", id });
    await tx.team.delete({ where: { accountId_id: { accountId: actor.accountId, id } } });
    await record(tx, actor, "settings.changed", { what: "teams" });
  });
}
