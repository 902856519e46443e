import type { Actor, AgentActor } from "../auth/actor.ts";
import { adapterOf } from "../channels/registry.ts";
import type { ChannelType, InboundMessage } from "../channels/adapter.ts";
import { findConversation, type ConversationRow } from "../conversations/access.ts";
import { db, transaction, type Transaction } from "../db/tenant.ts";
import { AppError, notFound } from "../errors.ts";
import { failpoint } from "../failpoint.ts";
import { newId } from "../ids.ts";
import { appendMessage } from "./append-message.ts";
import { attach, claimAttachments } from "./claim-attachments.ts";
import { presentMessage } from "./present-message.ts";
import { receiveMessage } from "./receive-message.ts";
import type { MessageInput, MessageView } from "./schemas.ts";

/**
 * An agent (or a program) writes in a conversation: an answer that goes out through its channel, or a note that stays.
 * The same `clientId` twice is one message. With `type: "incoming"` a program tells, on an API inbox, what the contact said.
 * @throws AppError not_found, invalid_input (files that are not yours), not_supported_by_channel, too_large (text)
 */
export async function sendMessage(actor: AgentActor, conversationId: string, input: MessageInput, within?: Transaction): Promise<MessageView> {
  const id = await transaction(async (tx) => {
    const conversation = await findConversation(tx, actor, conversationId, { lock: true });
    const channel = await channelOf(tx, actor.accountId, conversation.inboxId);
    if (input.type === "incoming") return receiveFromProgram(tx, actor, conversation, channel, input);
    if (input.clientId) {
      const first = await tx.message.findFirst({ where: { accountId: actor.accountId, conversationId, clientId: input.clientId }, select: { id: true } });
      if (first) return first.id;
    }
    const { capabilities } = adapterOf(channel);
    if (!input.private && input.content.length > capabilities.maxTextLength)
      throw new AppError("invalid_input", `This channel takes at most ${capabilities.maxTextLength} characters; the text has ${input.content.length}.`, { details: [{ path: "content", message: "too_long_for_channel" }] });
    if (input.replyToId) await assertQuotable(tx, actor, conversation, input.replyToId, input.private);
    const kind = await claimAttachments(tx, actor.accountId, actor.userId, input.attachmentIds);
    const stored = await appendMessage(tx, actor, conversation, {
      type: "outgoing", content: input.content || null, private: input.private, senderKind: "agent", senderId: actor.userId, senderName: actor.name,
      status: input.private ? null : capabilities.delivery === "sent" ? "queued" : "sent",
      clientId: input.clientId ?? null, replyToId: input.replyToId ?? null, attachmentKind: kind,
    });
    await attach(tx, actor.accountId, stored!.id, input.attachmentIds);
    return stored!.id;
  }, within);
  failpoint("after-answer-stored");
  return presentMessage(within ?? db, actor.accountId, id);
}

async function receiveFromProgram(tx: Transaction, actor: AgentActor, conversation: ConversationRow, channel: ChannelType, input: MessageInput): Promise<string> {
  if (channel !== "api") throw new AppError("not_supported_by_channel", "Only conversations of an API inbox take incoming messages here; other channels bring their own.");
  const externalId = input.externalId ?? (input.clientId ? `client:${conversation.id}:${input.clientId}` : `api:${newId()}`);
  const contact = await tx.contact.findUniqueOrThrow({ where: { accountId_id: { accountId: actor.accountId, id: conversation.contactId } }, select: { name: true } });
  const message: InboundMessage = { kind: "message", externalId, from: { externalIds: [] }, content: input.content, sentAt: new Date() };
  const known = await tx.message.findFirst({ where: { accountId: actor.accountId, inboxId: conversation.inboxId, externalId }, select: { id: true, conversationId: true } });
  if (known && known.conversationId !== conversation.id) throw new AppError("conflict", "This externalId already belongs to a message of another conversation.");
  if (known) return known.id;
  await claimAttachments(tx, actor.accountId, actor.userId, input.attachmentIds);
  const received = await receiveMessage(actor, { id: conversation.inboxId }, message, {
    within: tx, attachmentIds: input.attachmentIds, conversation,
    contact: { contactId: conversation.contactId, contactInboxId: conversation.contactInboxId, name: contact.name }, ...(input.clientId ? { clientId: input.clientId } : {}),
  });
  // The conversation is locked and the id was unknown: it is new.
  return received!.messageId;
}

async function channelOf(tx: Transaction, accountId: number, inboxId: string): Promise<ChannelType> {
  const inbox = await tx.inbox.findUniqueOrThrow({ where: { accountId_id: { accountId, id: inboxId } }, select: { channelType: true } });
  return inbox.channelType as ChannelType;
}

/** An answer quotes a message of its conversation; a note may be quoted by notes only. */
async function assertQuotable(tx: Transaction, actor: Actor, conversation: ConversationRow, messageId: string, byNote: boolean): Promise<void> {
  const found = await tx.message.findFirst({ where: { accountId: actor.accountId, id: messageId, conversationId: conversation.id }, select: { private: true } });
  if (!found || (found.private && !byNote)) throw notFound();
}
