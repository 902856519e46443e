import type { AgentActor } from "../auth/actor.ts";
import { adapterOf } from "../channels/registry.ts";
import type { ChannelType } from "../channels/adapter.ts";
import { findConversation } from "../conversations/access.ts";
import { db, transaction } from "../db/tenant.ts";
import { AppError, notFound } from "../errors.ts";
import { record } from "../events/record.ts";
import { appendMessage } from "./append-message.ts";
import { presentMessage } from "./present-message.ts";
import type { MessageView } from "./schemas.ts";

/**
 * Sets our side's one reaction to a message, or takes it back with "". It goes out in the conversation's order, like a
 * message, in a row that no list shows. @throws AppError not_found, not_supported_by_channel
 */
export async function reactToMessage(actor: AgentActor, messageId: string, emoji: string): Promise<MessageView> {
  await transaction(async (tx) => {
    const where = { accountId_id: { accountId: actor.accountId, id: messageId } };
    const message = await tx.message.findUnique({ where, select: { conversationId: true, reactions: true, inboxId: true, externalId: true } });
    if (!message) throw notFound();
    const conversation = await findConversation(tx, actor, message.conversationId, { lock: true });
    const inbox = await tx.inbox.findUniqueOrThrow({ where: { accountId_id: { accountId: actor.accountId, id: message.inboxId } }, select: { channelType: true } });
    const { capabilities } = adapterOf(inbox.channelType as ChannelType);
    if (!capabilities.reactions || (capabilities.delivery === "sent" && !message.externalId))
      throw new AppError("not_supported_by_channel", "This message cannot get a reaction on its channel.");
    const present = message.reactions as MessageView["reactions"];
    if (present.some((reaction) => reaction.by === "agent" && reaction.emoji === emoji) || (!emoji && !present.some((reaction) => reaction.by === "agent"))) return;
    const others = present.filter((reaction) => reaction.by !== "agent");
    await tx.message.update({ where, data: { reactions: emoji ? [...others, { emoji, by: "agent", senderId: actor.userId }] : others } });
    await record(tx, actor, "message.updated", { conversationId: message.conversationId, messageId, changed: ["reactions"] });
    if (capabilities.delivery === "sent")
      await appendMessage(tx, actor, conversation, { type: "outgoing", content: null, senderKind: "agent", senderId: actor.userId, senderName: actor.name, status: "queued", reactionTo: messageId, extras: { emoji } as never });
  });
  return presentMessage(db, actor.accountId, messageId);
}
