import { db } from "../db/tenant.ts";
import { readStored } from "../files/storage.ts";
import { fileUrl } from "../files/file-url.ts";
import type { OutgoingMessage } from "./adapter.ts";

/** A stored message in the shape the adapters send. */
export async function loadOutgoing(accountId: number, messageId: string): Promise<{ inboxId: string; message: OutgoingMessage }> {
  const [row] = await db.$queryRaw<{
    inboxId: string; content: string | null; sentAt: Date; senderId: string | null; senderName: string | null; conversationId: string; displayId: number; protocol: string;
    contactId: string; contactName: string; phone: string | null; sourceIds: string[]; replyTo: string | null; reactionTo: string | null; extras: { emoji?: string } | null;
  }[]>`
    select m.inbox_id as "inboxId", m.content, m.sent_at as "sentAt", m.sender_id as "senderId", m.sender_name as "senderName", m.extras,
      c.id as "conversationId", c.display_id as "displayId", c.protocol, k.id as "contactId", k.name as "contactName", k.phone,
      array(select ci.source_id from contact_inboxes ci where ci.account_id = c.account_id and ci.contact_id = c.contact_id and ci.inbox_id = c.inbox_id
        order by ci.id = c.contact_inbox_id desc, ci.created_at desc) as "sourceIds",
      (select r.external_id from messages r where r.account_id = m.account_id and r.id = m.reply_to_id) as "replyTo",
      (select r.external_id from messages r where r.account_id = m.account_id and r.id = m.reaction_to) as "reactionTo"
    from messages m join conversations c on c.account_id = m.account_id and c.id = m.conversation_id
      join contacts k on k.account_id = c.account_id and k.id = c.contact_id
    where m.account_id = ${accountId} and m.id = ${messageId}::uuid`;
  const attachments = await db.attachment.findMany({ where: { accountId, messageId }, orderBy: { position: "asc" } });
  return {
    inboxId: row!.inboxId,
    message: {
      id: messageId, to: { externalIds: row!.sourceIds, ...(row!.phone ? { phone: row!.phone } : {}) }, content: row!.content ?? "", sentAt: row!.sentAt,
      attachments: attachments.map((file) => ({
        id: file.id, kind: file.kind as never, filename: file.filename, contentType: file.contentType, size: file.size ?? 0, voice: file.voice,
        url: fileUrl(accountId, file, "original", { absolute: true, hours: 24 }), read: () => readStored(accountId, file.id),
      })),
      ...(row!.replyTo ? { replyToExternalId: row!.replyTo } : {}),
      ...(row!.reactionTo ? { reaction: { targetExternalId: row!.reactionTo, emoji: row!.extras?.emoji ?? "" } } : {}),
      conversation: { id: row!.conversationId, displayId: row!.displayId, protocol: row!.protocol },
      contact: { id: row!.contactId, name: row!.contactName },
      ...(row!.senderId ? { agent: { id: row!.senderId, name: row!.senderName ?? "" } } : {}),
    },
  };
}
