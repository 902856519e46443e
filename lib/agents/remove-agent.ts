import type { AgentActor } from "../auth/actor.ts";
import { transaction } from "../db/tenant.ts";
import { record } from "../events/record.ts";
import { releaseConversations } from "../teams/release-conversations.ts";
import { assertNotLastAdministrator } from "./last-administrator.ts";
import { presentAgent } from "./present-agent.ts";

/**
 * The person leaves the account at once; what they wrote stays, their conversations go back to the queue. Their user and
 * their other accounts are untouched.
 * @throws AppError not_found, conflict for the last administrator
 */
export async function removeAgent(actor: AgentActor, userId: string): Promise<void> {
  await transaction(async (tx) => {
    await presentAgent(tx, actor.accountId, userId);
    await assertNotLastAdministrator(tx, actor.accountId, userId);
    await releaseConversations(tx, actor, { kind: "assignee", id: userId });
    await tx.membership.delete({ where: { accountId_userId: { accountId: actor.accountId, userId } } });
    await record(tx, actor, "settings.changed", { what: "agents" });
  });
}
