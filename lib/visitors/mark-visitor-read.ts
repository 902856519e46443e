import { findConversation, placementOf } from "../conversations/access.ts";
import { transaction } from "../db/tenant.ts";
import { record } from "../events/record.ts";
import { markLastMessage } from "../messages/apply-change.ts";
import type { KnownVisitor } from "./find-visitor.ts";
import type { ReadMarks } from "./schemas.ts";

/**
 * The visitor has seen their conversation up to `seq`: agents see it on their messages. Going back is ignored.
 * @throws AppError not_found when the conversation is not theirs
 */
export async function markVisitorRead(known: KnownVisitor, conversationId: string, seq: number): Promise<ReadMarks> {
  return transaction(async (tx) => {
    const conversation = await findConversation(tx, known, conversationId, { lock: true });
    const upTo = Math.max(conversation.contactSeenSeq, Math.min(seq, conversation.nextSeq - 1));
    if (upTo > conversation.contactSeenSeq) {
      await tx.conversation.update({ where: { accountId_id: { accountId: known.accountId, id: conversation.id } }, data: { contactSeenSeq: upTo }, select: { id: true } });
      const read = await tx.$queryRaw<{ id: string; conversationId: string }[]>`update messages m set status = 'read'
        where m.account_id = ${known.accountId} and m.conversation_id = ${conversation.id}::uuid and m.seq > ${conversation.contactSeenSeq} and m.seq <= ${upTo}
          and m.type in ('outgoing', 'template') and not m.private and m.status in ('sent', 'delivered') returning m.id, m.conversation_id as "conversationId"`;
      for (const message of read) await markLastMessage(tx, known.accountId, message, "read");
      const stands = placementOf(conversation);
      await record(tx, known, "conversation.updated", { conversationId: conversation.id, changed: ["contactRead"], before: stands, after: stands });
      for (const message of read) await record(tx, known, "message.updated", { conversationId: conversation.id, messageId: message.id, changed: ["status"] });
    }
    return { conversationId: conversation.id, contactSeenSeq: upTo, agentSeenSeq: conversation.seenSeq };
  });
}
