import { Prisma } from "#prisma/generated/client.ts";
import type { Actor } from "../auth/actor.ts";
import { conversationColumns, placementOf, type ConversationRow } from "../conversations/access.ts";
import type { Transaction } from "../db/tenant.ts";
import { record } from "../events/record.ts";

/**
 * Takes an agent or a team out of all their conversations, before they go. Those still to be done go back to the queue
 * and every screen hears of each; resolved ones are on nobody's queue.
 */
export async function releaseConversations(tx: Transaction, actor: Actor, owner: { kind: "assignee" | "team"; id: string }): Promise<void> {
  const column = Prisma.raw(owner.kind === "assignee" ? "assignee_id" : "team_id");
  const open = await tx.$queryRaw<ConversationRow[]>`
    select ${conversationColumns} from conversations c
    where c.account_id = ${actor.accountId} and c.${column} = ${owner.id}::uuid and c.status <> 'resolved' order by c.id for update`;
  await tx.$executeRaw`update conversations set ${column} = null where account_id = ${actor.accountId} and ${column} = ${owner.id}::uuid`;
  for (const row of open) {
    const before = placementOf(row);
    const after = owner.kind === "assignee" ? { ...before, assigneeId: null } : { ...before, teamId: null };
    await record(tx, actor, "conversation.updated", { conversationId: row.id, changed: [owner.kind === "assignee" ? "assigneeId" : "teamId"], before, after });
  }
}
