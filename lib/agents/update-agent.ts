import type { z } from "zod";
import type { AgentActor } from "../auth/actor.ts";
import { transaction } from "../db/tenant.ts";
import { AppError } from "../errors.ts";
import { record } from "../events/record.ts";
import { assertNotLastAdministrator } from "./last-administrator.ts";
import { presentAgent } from "./present-agent.ts";
import type { agentPatch, AgentView } from "./schemas.ts";
import { setAvailability } from "./set-availability.ts";

/**
 * The role is the administrators' to give; availability is one's own.
 * @throws AppError not_found, forbidden, conflict for the last administrator
 */
export async function updateAgent(actor: AgentActor, userId: string, patch: z.output<typeof agentPatch>): Promise<AgentView> {
  if (patch.role && !actor.permissions.has("agent:manage")) throw new AppError("forbidden", "Your role does not include \"agent:manage\". Ask an administrator.");
  if (patch.availability && userId !== actor.userId) throw new AppError("forbidden", "Only they themselves say whether they are available.");
  if (patch.availability) await setAvailability(actor, patch.availability);
  return transaction(async (tx) => {
    const agent = await presentAgent(tx, actor.accountId, userId);
    if (!patch.role || patch.role === agent.role) return agent;
    await assertNotLastAdministrator(tx, actor.accountId, userId);
    await tx.membership.update({ where: { accountId_userId: { accountId: actor.accountId, userId } }, data: { role: patch.role } });
    await record(tx, actor, "settings.changed", { what: "agents" });
    return { ...agent, role: patch.role };
  });
}
