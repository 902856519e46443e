import type { AgentActor } from "../auth/actor.ts";
import { adapterOf } from "../channels/registry.ts";
import { safeFetch } from "../channels/safe-fetch.ts";
import { afterCommit, db, transaction } from "../db/tenant.ts";
import { record } from "../events/record.ts";
import { findConnectedInbox } from "../inboxes/connected-inbox.ts";
import { logger } from "../logger.ts";
import { findConversation, placementOf, type ConversationRow } from "./access.ts";

/**
 * Agents have seen the conversation up to `seq`; the unread count is what came after. Going back is ignored. The channel
 * is told, where it can be; that is a courtesy and is not repeated when it fails. @throws AppError not_found
 */
export async function markConversationRead(actor: AgentActor, id: string, seq: number): Promise<void> {
  await transaction(async (tx) => {
    const conversation = await findConversation(tx, actor, id, { lock: true });
    const upTo = Math.min(seq, conversation.nextSeq - 1);
    if (upTo <= conversation.seenSeq && conversation.unreadCount === 0) return;
    const changed = await tx.$executeRaw`update conversations c set seen_seq = greatest(seen_seq, ${upTo}),
      unread_count = (select count(*) from (select 1 from messages m where m.account_id = c.account_id and m.conversation_id = c.id and m.seq > greatest(c.seen_seq, ${upTo}) and m.type = 'incoming' limit 1000) u)
      where account_id = ${actor.accountId} and id = ${id}::uuid and seen_seq < ${upTo}`;
    if (!changed) return;
    const stands = placementOf(conversation);
    await record(tx, actor, "conversation.updated", { conversationId: id, changed: ["read"], before: stands, after: stands });
    afterCommit(() => void tellChannel(actor.accountId, conversation, upTo).catch((error) => logger.info({ err: (error as Error).message, conversationId: id }, "the channel was not told about reading")));
  });
}

async function tellChannel(accountId: number, conversation: ConversationRow, upTo: number): Promise<void> {
  const inbox = await findConnectedInbox(accountId, conversation.inboxId);
  const tell = inbox && adapterOf(inbox.type).markRead;
  if (!tell) return;
  const last = await db.message.findFirst({
    where: { accountId, conversationId: conversation.id, type: "incoming", seq: { lte: upTo }, externalId: { not: null } }, orderBy: { seq: "desc" }, select: { externalId: true },
  });
  if (last) await tell(last.externalId!, inbox.config, { fetch: safeFetch });
}
