import type { Actor } from "../auth/actor.ts";
import { db, transaction, type Transaction } from "../db/tenant.ts";
import { record } from "../events/record.ts";
import { findConversation, placementOf, type ConversationRow } from "./access.ts";
import { presentConversation } from "./present-conversation.ts";
import type { ConversationView } from "./schemas.ts";

type Changes = Partial<Pick<ConversationRow, "status" | "teamId" | "assigneeId" | "archived">>;

/**
 * The frame of every verb that changes where a conversation stands: lock it, let `change` say what is new (null: nothing
 * is, so repeating a verb is harmless), write, record. `note` adds the activity line.
 */
export async function changeConversation(actor: Actor, id: string, change: (conversation: ConversationRow, tx: Transaction) => Promise<Changes | null>,
  note: (tx: Transaction, conversation: ConversationRow, before: ConversationRow) => Promise<void>, within?: Transaction): Promise<ConversationView> {
  return transaction(async (tx) => {
    const before = await findConversation(tx, actor, id, { lock: true });
    const changes = await change(before, tx);
    if (changes) {
      const conversation = { ...before, ...changes };
      await tx.conversation.update({
        where: { accountId_id: { accountId: actor.accountId, id } },
        data: { ...changes, ...(changes.status ? { resolvedAt: changes.status === "resolved" ? new Date() : null } : {}) },
        select: { id: true },
      });
      await record(tx, actor, "conversation.updated", { conversationId: id, changed: Object.keys(changes), before: placementOf(before), after: placementOf(conversation) });
      await note(tx, conversation, before);
    }
    return presentConversation(tx, actor.accountId, id);
  }, within);
}

/** The one conversation. @throws AppError not_found */
export async function getConversation(actor: Actor, id: string): Promise<ConversationView> {
  await findConversation(db, actor, id);
  return presentConversation(db, actor.accountId, id);
}
