import type { Actor } from "../auth/actor.ts";
import type { InboundMessage } from "../channels/adapter.ts";
import { placementOf, type ConversationRow } from "../conversations/access.ts";
import { latestConversation, openConversation } from "../conversations/open-conversation.ts";
import { findOrCreateContactInbox, type FoundContact } from "../contacts/find-contact-inbox.ts";
import { afterCommit, transaction, type Transaction } from "../db/tenant.ts";
import { record } from "../events/record.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { newId } from "../ids.ts";
import { applyEarlyEvents } from "./apply-early-events.ts";
import { appendActivity, appendMessage } from "./append-message.ts";
import { attach } from "./claim-attachments.ts";

export type Received = { conversationId: string; messageId: string; seq: number };

/**
 * A message from outside becomes part of a conversation: the contact is found or made, their newest conversation on this
 * inbox goes on (reopened when it was resolved, answered when it waited), or one is opened. One transaction; the same
 * external id twice is one message (null the second time).
 */
export async function receiveMessage(actor: Actor, inbox: { id: string }, message: InboundMessage, options: { within?: Transaction; attachmentIds?: string[]; contact?: FoundContact; conversation?: ConversationRow; clientId?: string } = {}): Promise<Received | null> {
  return transaction(async (tx) => {
    const contact = options.contact ?? (await findOrCreateContactInbox(tx, actor, inbox.id, message.from));
    let conversation = options.conversation ?? (await latestConversation(tx, actor.accountId, contact.contactId, inbox.id));
    if (!conversation) {
      // Two first messages at once: the contact's row makes one wait for the other.
      await tx.$queryRaw`select 1 from contacts where account_id = ${actor.accountId} and id = ${contact.contactId}::uuid for update`;
      conversation = await latestConversation(tx, actor.accountId, contact.contactId, inbox.id);
    }
    if (conversation && (await isKnown(tx, actor.accountId, inbox.id, message.externalId))) return null;

    let before = conversation && placementOf(conversation);
    if (!conversation) {
      conversation = await openConversation(tx, actor, { inboxId: inbox.id, contactId: contact.contactId, contactInboxId: contact.contactInboxId });
      await record(tx, actor, "conversation.created", { conversationId: conversation.id, before: null, after: placementOf(conversation) });
    } else if (conversation.contactInboxId !== contact.contactInboxId || (!message.echo && conversation.status !== "open")) {
      const reopened = !message.echo && conversation.status === "resolved";
      if (!message.echo) conversation.status = "open";
      await tx.$executeRaw`update conversations set contact_inbox_id = ${contact.contactInboxId}::uuid, status = ${conversation.status},
        resolved_at = case when ${reopened} then null else resolved_at end where account_id = ${actor.accountId} and id = ${conversation.id}::uuid`;
      if (reopened) {
        // The first event of a change tells where it stood before; those after it, where it stands.
        await appendActivity(tx, actor, conversation, "conversation-reopened", { by: contact.name }, before!);
        before = placementOf(conversation);
      }
    }
    const replyToId = message.replyToExternalId ? await idOf(tx, actor.accountId, inbox.id, message.replyToExternalId) : null;
    const stored = await appendMessage(tx, actor, conversation, {
      type: message.echo ? "outgoing" : "incoming", content: message.content || null,
      senderKind: message.echo ? "system" : "contact", senderId: message.echo ? null : contact.contactId, senderName: message.echo ? null : contact.name,
      status: message.echo ? "sent" : null, externalId: message.externalId, clientId: options.clientId ?? null, replyToId, extras: message.extras ?? null,
      attachmentKind: message.attachments?.[0]?.kind ?? (options.attachmentIds?.length ? "document" : null), sentAt: message.sentAt, before: before ?? placementOf(conversation),
    });
    if (!stored) return null;
    await keepAttachments(tx, actor.accountId, stored.id, message);
    await attach(tx, actor.accountId, stored.id, options.attachmentIds ?? []);
    if (stored.early) await applyEarlyEvents(tx, actor, inbox.id, message.externalId);
    return { conversationId: conversation.id, messageId: stored.id, seq: stored.seq };
  }, options.within);
}

async function isKnown(tx: Transaction, accountId: number, inboxId: string, externalId: string): Promise<boolean> {
  return (await idOf(tx, accountId, inboxId, externalId)) !== null;
}

async function idOf(tx: Transaction, accountId: number, inboxId: string, externalId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from messages where account_id = ${accountId} and inbox_id = ${inboxId}::uuid and external_id = ${externalId}
    union all select message_id from message_parts where account_id = ${accountId} and inbox_id = ${inboxId}::uuid and external_id = ${externalId}`;
  return rows[0]?.id ?? null;
}

/** The rows say what is still to be fetched; a job fetches it. */
async function keepAttachments(tx: Transaction, accountId: number, messageId: string, message: InboundMessage): Promise<void> {
  if (!message.attachments?.length) return;
  const rows = message.attachments.map((attachment, position) => ({
    accountId, id: newId(), messageId, position, kind: attachment.kind, filename: (attachment.filename ?? attachment.kind).slice(0, 255),
    contentType: attachment.contentType ?? "application/octet-stream", voice: attachment.voice ?? false, state: "pending", reference: attachment.media,
  }));
  await tx.attachment.createMany({ data: rows });
  afterCommit(() => void enqueue("fetch-media", rows.map((row) => ({ accountId, attachmentId: row.id }))));
}
