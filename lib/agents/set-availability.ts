import type { AgentActor } from "../auth/actor.ts";
import { transaction } from "../db/tenant.ts";
import { record } from "../events/record.ts";
import { presentAgent } from "./present-agent.ts";
import type { AgentView } from "./schemas.ts";

/** One's own, in this account. */
export async function setAvailability(actor: AgentActor, availability: AgentView["availability"]): Promise<AgentView> {
  return transaction(async (tx) => {
    const changed = await tx.membership.updateMany({ where: { accountId: actor.accountId, userId: actor.userId, availability: { not: availability } }, data: { availability } });
    if (changed.count) await record(tx, actor, "settings.changed", { what: "agents" });
    return presentAgent(tx, actor.accountId, actor.userId);
  });
}
