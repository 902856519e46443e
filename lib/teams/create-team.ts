import type { z } from "zod";
import { assertAgents } from "../agents/assert-agents.ts";
import type { Actor } from "../auth/actor.ts";
import { orAlreadyTaken } from "../db/already-taken.ts";
import { transaction } from "../db/tenant.ts";
import { record } from "../events/record.ts";
import { newId } from "../ids.ts";
import type { newTeamInput, TeamView } from "./schemas.ts";

/** @throws AppError already_taken, invalid_input */
export async function createTeam(actor: Actor, input: z.output<typeof newTeamInput>): Promise<TeamView> {
  const { accountId } = actor;
  return orAlreadyTaken("name", `There is a team called "${input.name}" already.`, () => transaction(async (tx) => {
    const memberIds = await assertAgents(tx, accountId, input.memberIds);
    const id = newId();
    await tx.team.create({ data: { accountId, id, name: input.name } });
    await tx.teamMember.createMany({ data: memberIds.map((userId) => ({ accountId, teamId: id, userId })) });
    await record(tx, actor, "settings.changed", { what: "teams" });
    return { id, name: input.name, memberIds };
  }));
}
