import type { z } from "zod";
import { assertAgents } from "../agents/assert-agents.ts";
import type { Actor } from "../auth/actor.ts";
import { orAlreadyTaken } from "../db/already-taken.ts";
import { transaction } from "../db/tenant.ts";
import { record } from "../events/record.ts";
import { presentTeam } from "./present-team.ts";
import type { teamPatch, TeamView } from "./schemas.ts";

/** `memberIds` is the whole list. @throws AppError not_found, already_taken, invalid_input */
export async function updateTeam(actor: Actor, id: string, patch: z.output<typeof teamPatch>): Promise<TeamView> {
  const { accountId } = actor;
  return orAlreadyTaken("name", `There is a team called "${patch.name}" already.`, () => transaction(async (tx) => {
    await presentTeam(tx, accountId, id);
    if (patch.name !== undefined) await tx.team.update({ where: { accountId_id: { accountId, id } }, data: { name: patch.name } });
    if (patch.memberIds) {
      const memberIds = await assertAgents(tx, accountId, patch.memberIds);
      await tx.teamMember.deleteMany({ where: { accountId, teamId: id, userId: { notIn: memberIds } } });
      await tx.teamMember.createMany({ data: memberIds.map((userId) => ({ accountId, teamId: id, userId })), skipDuplicates: true });
    }
    await record(tx, actor, "settings.changed", { what: "teams" });
    return presentTeam(tx, accountId, id);
  }));
}
