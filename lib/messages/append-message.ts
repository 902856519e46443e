import { actorId, type Actor } from "../auth/actor.ts";
import type { AttachmentKind, MessageExtras } from "../channels/adapter.ts";
import { clock } from "../clock.ts";
import { placementOf, type ConversationRow } from "../conversations/access.ts";
import type { Placement } from "../conversations/schemas.ts";
import type { Transaction } from "../db/tenant.ts";
import { record } from "../events/record.ts";
import { newId } from "../ids.ts";
import { messagePreview } from "./message-preview.ts";

export type NewMessage = {
  type: "incoming" | "outgoing" | "activity" | "template";
  content: string | null;
  private?: boolean;
  senderKind: "agent" | "contact" | "system";
  senderId?: string | null;
  senderName?: string | null;
  /** queued when a channel has to take it, sent when our own sockets do; null for what is not delivered. */
  status?: "queued" | "sent" | null;
  externalId?: string | null;
  clientId?: string | null;
  replyToId?: string | null;
  reactionTo?: string | null;
  extras?: MessageExtras | null;
  activity?: { kind: string; params: Record<string, string> } | null;
  attachmentKind?: AttachmentKind | null;
  /** The provider's own time; ours when absent. */
  sentAt?: Date;
  /** Where the conversation stood before this transaction changed it; null when it is new. Default: where it stands. */
  before?: Placement | null;
};

/**
 * Puts a message at the end of a conversation: its place, the conversation's last message, unread count and order, and the
 * event, together. Two statements. The conversation's row must be locked.
 * @returns null when the inbox already has a message with this external id
 */
export async function appendMessage(tx: Transaction, actor: Actor, conversation: ConversationRow, message: NewMessage): Promise<{ id: string; seq: number; early: boolean } | null> {
  const id = newId();
  const now = clock.now();
  const sentAt = message.sentAt ?? now;
  const isTalk = message.type !== "activity" && !message.reactionTo;
  const movesUp = isTalk && !message.private;
  const counts = message.type === "incoming" ? 1 : 0;
  // Whoever answers has seen what came before.
  const answers = isTalk && message.type === "outgoing" && message.senderKind === "agent" && actor.kind === "agent";
  const preview = isTalk ? JSON.stringify(messagePreview(id, { ...message, sentAt })) : null;
  const rows = await tx.$queryRaw<{ seq: number; early: boolean }[]>`
    with c as (
      update conversations set next_seq = next_seq + 1,
        last_message = case when ${preview}::jsonb is null then last_message else ${preview}::jsonb || jsonb_build_object('seq', next_seq) end,
        last_activity_at = case when ${movesUp} then greatest(last_activity_at, ${now}) else last_activity_at end,
        unread_count = case when ${answers} then 0 else unread_count + ${counts} end,
        seen_seq = case when ${answers} then next_seq else seen_seq end,
        contact_seen_seq = case when ${message.senderKind === "contact"} then next_seq else contact_seen_seq end
      where account_id = ${actor.accountId} and id = ${conversation.id}::uuid
        and not exists (select 1 from messages m where m.account_id = ${actor.accountId} and m.inbox_id = ${conversation.inboxId}::uuid and m.external_id = ${message.externalId ?? null})
      returning next_seq - 1 as seq),
    m as (
      insert into messages (account_id, id, conversation_id, inbox_id, seq, type, private, content, sender_kind, sender_id, sender_name, status,
        external_id, client_id, reply_to_id, reaction_to, extras, activity, sent_at, created_at)
      select ${actor.accountId}, ${id}::uuid, ${conversation.id}::uuid, ${conversation.inboxId}::uuid, c.seq, ${message.type}, ${message.private ?? false},
        ${message.content}, ${message.senderKind}, ${message.senderId ?? null}::uuid, ${message.senderName ?? null}, ${message.status ?? null},
        ${message.externalId ?? null}, ${message.clientId ?? null}, ${message.replyToId ?? null}::uuid, ${message.reactionTo ?? null}::uuid,
        ${json(message.extras)}::jsonb, ${json(message.activity)}::jsonb, ${sentAt}, ${now}
      from c)
    select c.seq, exists (select 1 from early_events e where e.account_id = ${actor.accountId} and e.inbox_id = ${conversation.inboxId}::uuid and e.external_id = ${message.externalId ?? null}) as early from c`;
  const stored = rows[0];
  if (!stored) return null;
  const after = placementOf(conversation);
  await record(tx, actor, "message.created", {
    conversationId: conversation.id, messageId: id, deliver: message.status === "queued",
    before: message.before === undefined ? after : message.before, after,
  });
  return { id, ...stored };
}

/** A line that the system notes in the thread; the interface words it in the reader's language. */
export async function appendActivity(tx: Transaction, actor: Actor, conversation: ConversationRow, kind: string, params: Record<string, string>, before?: Placement): Promise<void> {
  await appendMessage(tx, actor, conversation, {
    type: "activity", content: null, senderKind: actor.kind === "agent" ? "agent" : "system", senderId: actorId(actor),
    senderName: actor.kind === "agent" ? actor.name : null, activity: { kind, params }, ...(before && { before }),
  });
}

function json(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

