import { Prisma } from "#prisma/generated/client.ts";
import { select, type Transaction } from "../db/tenant.ts";
import { presentAttachment, type PresentableAttachment } from "../files/present-attachment.ts";
import type { MessageView } from "./schemas.ts";

type Row = Omit<MessageView, "status" | "sender" | "attachments" | "replyTo"> & {
  status: string | null; senderKind: "agent" | "contact" | "system"; senderId: string | null; senderName: string | null;
  replyId: string | null; replySeq: number | null; replyContent: string | null; replySender: string | null;
};

/** Messages with their files and what they answer: two statements, however many. `tail` chooses and orders. */
export async function selectMessages(db: Transaction, accountId: number, tail: Prisma.Sql): Promise<MessageView[]> {
  const rows = await select<Row>(db, Prisma.sql`
    select m.id, m.conversation_id as "conversationId", m.seq, m.type, m.private, m.content, m.status, m.error, m.sender_kind as "senderKind", m.sender_id as "senderId",
      m.sender_name as "senderName", m.reactions, m.extras, m.activity, m.client_id as "clientId", m.external_id as "externalId", m.edited_at as "editedAt",
      m.deleted_at as "deletedAt", m.sent_at as "sentAt", m.created_at as "createdAt",
      r.id as "replyId", r.seq as "replySeq", left(r.content, 200) as "replyContent", r.sender_name as "replySender"
    from messages m left join messages r on r.account_id = m.account_id and r.id = m.reply_to_id ${tail}`);
  if (!rows.length) return [];
  const files = await select<PresentableAttachment & { messageId: string }>(db, Prisma.sql`
    select id, account_id as "accountId", message_id as "messageId", kind, filename, content_type as "contentType", size, voice, width, height, state, has_preview as "hasPreview"
    from attachments where account_id = ${accountId} and message_id = any(${rows.map((row) => row.id)}::uuid[]) order by position`);
  const filesOf = Map.groupBy(files, (file) => file.messageId);
  return rows.map(({ senderKind, senderId, senderName, replyId, replySeq, replyContent, replySender, status, ...row }) => ({
    ...row,
    status: shownStatus(status),
    sender: { kind: senderKind, id: senderId, name: senderName },
    attachments: (filesOf.get(row.id) ?? []).map(presentAttachment),
    replyTo: replyId ? { id: replyId, seq: replySeq!, content: replyContent, senderName: replySender } : null,
  }));
}

/** Those that still exist and are shown (a reaction on its way out is not). */
export async function presentMessages(db: Transaction, accountId: number, ids: string[]): Promise<MessageView[]> {
  if (!ids.length) return [];
  return selectMessages(db, accountId, Prisma.sql`where m.account_id = ${accountId} and m.id = any(${ids}::uuid[]) and m.reaction_to is null`);
}

export async function presentMessage(db: Transaction, accountId: number, id: string): Promise<MessageView> {
  const [view] = await presentMessages(db, accountId, [id]);
  return view!;
}

/** "sending" is still on its way; an unknown outcome needs the agent as a failure does, and its error says which. */
export function shownStatus(status: string | null): MessageView["status"] {
  if (status === "sending") return "queued";
  return (status === "unknown" ? "failed" : status) as MessageView["status"];
}
