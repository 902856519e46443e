import type { Actor } from "../auth/actor.ts";
import type { InboundEvent } from "../channels/adapter.ts";
import type { Transaction } from "../db/tenant.ts";
import { isUuid } from "../ids.ts";
import { record } from "../events/record.ts";
import { findOrCreateContactInbox } from "../contacts/find-contact-inbox.ts";
import { statusByParts } from "./status-by-parts.ts";
import { isForward } from "./status-rank.ts";

/** What can happen to a message after it was written. */
export type MessageChange = Extract<InboundEvent, { kind: "status" | "reaction" | "edit" | "revoke" }>;

type Row = { id: string; conversationId: string; type: string; status: string | null; reactions: { emoji: string; by: string; senderId: string | null }[]; externalId: string | null; hasParts: boolean };

/**
 * A status named by our own id, of a message whose known parts are those of an earlier attempt, is the whole message's.
 * @returns false when there is no such message (yet)
 */
export async function applyChange(tx: Transaction, actor: Actor, inboxId: string, change: MessageChange): Promise<boolean> {
  const externalId = change.kind === "status" ? change.externalId : change.targetExternalId;
  const ownId = change.kind === "status" && isUuid(change.messageId) ? change.messageId! : null;
  const [message] = await tx.$queryRaw<Row[]>`
    select id, conversation_id as "conversationId", type, status, reactions, external_id as "externalId",
      exists (select 1 from message_parts p where p.account_id = ${actor.accountId} and p.message_id = messages.id
        and (p.status is not null or p.external_id = ${externalId})) as "hasParts" from messages
    where account_id = ${actor.accountId} and inbox_id = ${inboxId}::uuid and (external_id = ${externalId} or id = ${ownId}::uuid
      or id = (select p.message_id from message_parts p where p.account_id = ${actor.accountId} and p.inbox_id = ${inboxId}::uuid and p.external_id = ${externalId}))
    order by external_id = ${externalId} desc limit 1 for update`;
  if (!message) return false;
  const changed = change.kind === "status" ? await applyStatus(tx, actor, message, change)
    : change.kind === "reaction" ? await applyReaction(tx, actor, inboxId, message, change)
    : await applyText(tx, actor, message, change);
  if (changed) await record(tx, actor, "message.updated", { conversationId: message.conversationId, messageId: message.id, changed: [changed] });
  return true;
}

async function applyStatus(tx: Transaction, actor: Actor, message: Row, change: Extract<MessageChange, { kind: "status" }>): Promise<string | null> {
  if (message.status === null) return null;
  const ofWhole = isForward(message.status, change.status) ? change.status : null;
  const status = message.hasParts ? await statusByParts(tx, actor.accountId, { id: message.id, status: message.status }, change) : ofWhole;
  if (!status) return null;
  const error = status === "failed" ? JSON.stringify(change.error ?? { code: "unknown", message: "" }) : null;
  await tx.$executeRaw`update messages set status = ${status}, error = ${error}::jsonb, lease_until = null, external_id = coalesce(external_id, ${change.externalId})
    where account_id = ${actor.accountId} and id = ${message.id}::uuid`;
  await markLastMessage(tx, actor.accountId, message, status);
  return "status";
}

/** The card shows the tick of its last message. */
export async function markLastMessage(tx: Transaction, accountId: number, message: { id: string; conversationId: string }, status: string): Promise<void> {
  await tx.$executeRaw`update conversations set last_message = jsonb_set(last_message, '{status}', to_jsonb(${status}::text))
    where account_id = ${accountId} and id = ${message.conversationId}::uuid and last_message->>'id' = ${message.id}`;
}

async function applyReaction(tx: Transaction, actor: Actor, inboxId: string, message: Row, change: Extract<MessageChange, { kind: "reaction" }>): Promise<string> {
  const contact = await findOrCreateContactInbox(tx, actor, inboxId, change.from);
  const others = message.reactions.filter((reaction) => !(reaction.by === "contact" && reaction.senderId === contact.contactId));
  const reactions = change.emoji ? [...others, { emoji: change.emoji, by: "contact", senderId: contact.contactId }] : others;
  await tx.$executeRaw`update messages set reactions = ${JSON.stringify(reactions)}::jsonb where account_id = ${actor.accountId} and id = ${message.id}::uuid`;
  return "reactions";
}

async function applyText(tx: Transaction, actor: Actor, message: Row, change: Extract<MessageChange, { kind: "edit" | "revoke" }>): Promise<string> {
  if (change.kind === "edit") await tx.$executeRaw`update messages set content = ${change.content}, edited_at = ${change.sentAt} where account_id = ${actor.accountId} and id = ${message.id}::uuid`;
  // Taken back by its writer: the mark is shown, and what agents already read stays for them.
  else await tx.$executeRaw`update messages set deleted_at = ${change.sentAt} where account_id = ${actor.accountId} and id = ${message.id}::uuid`;
  const preview = change.kind === "edit" ? change.content.replace(/\s+/g, " ").trim().slice(0, 140) : "";
  await tx.$executeRaw`update conversations set last_message = jsonb_set(last_message, '{preview}', to_jsonb(${preview}::text))
    where account_id = ${actor.accountId} and id = ${message.conversationId}::uuid and last_message->>'id' = ${message.id}`;
  return change.kind === "edit" ? "content" : "deleted";
}
