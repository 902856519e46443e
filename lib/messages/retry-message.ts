import type { AgentActor } from "../auth/actor.ts";
import { findConversation } from "../conversations/access.ts";
import { afterCommit, db, transaction, type Transaction } from "../db/tenant.ts";
import { AppError, notFound } from "../errors.ts";
import { record } from "../events/record.ts";
import { refetchMedia } from "../files/refetch-media.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { markLastMessage } from "./apply-change.ts";
import { presentMessage } from "./present-message.ts";
import type { MessageView } from "./schemas.ts";

/**
 * The agent decides to send again what failed, or whose outcome nobody knows; of a customer's message, to fetch again the
 * files that could not be fetched. @throws AppError not_found, conflict
 */
export async function retryMessage(actor: AgentActor, messageId: string): Promise<MessageView> {
  await transaction(async (tx) => {
    const message = await tx.message.findUnique({ where: { accountId_id: { accountId: actor.accountId, id: messageId } }, select: { id: true, conversationId: true, type: true, inboxId: true } });
    if (!message) throw notFound();
    await findConversation(tx, actor, message.conversationId, { lock: true });
    if (message.type === "incoming") return refetchFiles(tx, actor, message);
    const changed = await tx.$executeRaw`update messages set status = 'queued', external_id = null, error = null, attempts = 0, retry_at = null, lease_until = null
      where account_id = ${actor.accountId} and id = ${messageId}::uuid and status in ('failed', 'unknown')`;
    if (!changed) return assertUnderWay(tx, actor.accountId, messageId);
    // What came of the first attempt is still answered and reacted to, and says nothing about this one.
    await tx.messagePart.updateMany({ where: { accountId: actor.accountId, messageId }, data: { status: null } });
    await markLastMessage(tx, actor.accountId, message, "queued");
    await record(tx, actor, "message.updated", { conversationId: message.conversationId, messageId, changed: ["status"] });
    afterCommit(() => void enqueue("deliver-messages", [{ accountId: actor.accountId, conversationId: message.conversationId }]));
  });
  return presentMessage(db, actor.accountId, messageId);
}

async function refetchFiles(tx: Transaction, actor: AgentActor, message: { id: string; inboxId: string }): Promise<void> {
  const fetched = await refetchMedia(tx, actor, message.inboxId, { messageId: message.id });
  const underWay = fetched || (await tx.attachment.count({ where: { accountId: actor.accountId, messageId: message.id, state: "pending" } }));
  if (!underWay) throw new AppError("conflict", "No file of this message failed that its provider still keeps.");
}

/** Asked twice at once, the second finds it on its way already. */
async function assertUnderWay(tx: Transaction, accountId: number, id: string): Promise<void> {
  const { status } = await tx.message.findUniqueOrThrow({ where: { accountId_id: { accountId, id } }, select: { status: true } });
  if (status !== "queued" && status !== "sending") throw new AppError("conflict", "Only a message that failed can be sent again.");
}
