import { Prisma } from "#prisma/generated/client.ts";
import { select, type Transaction } from "../db/tenant.ts";
import type { ConversationView } from "./schemas.ts";

type Row = Omit<ConversationView, "contact"> & { contactId: string; contactName: string; contactPhone: string | null; contactEmail: string | null };

/** The condition and order decide which; one statement brings everything a card or a header shows. */
export async function selectConversations(db: Transaction, tail: Prisma.Sql): Promise<ConversationView[]> {
  const rows = await select<Row>(db, Prisma.sql`
    select c.id, c.display_id as "displayId", c.protocol, c.status, c.archived, c.inbox_id as "inboxId", c.team_id as "teamId",
      c.assignee_id as "assigneeId", c.unread_count as "unreadCount", c.seen_seq as "seenSeq", c.contact_seen_seq as "contactSeenSeq",
      c.next_seq - 1 as "lastSeq", c.last_message as "lastMessage", c.last_activity_at as "lastActivityAt", c.created_at as "createdAt",
      c.resolved_at as "resolvedAt", k.id as "contactId", k.name as "contactName", k.phone as "contactPhone", k.email::text as "contactEmail",
      array(select l.label_id::text from conversation_labels l where l.account_id = c.account_id and l.conversation_id = c.id) as "labelIds"
    from conversations c join contacts k on k.account_id = c.account_id and k.id = c.contact_id ${tail}`);
  return rows.map(({ contactId, contactName, contactPhone, contactEmail, lastMessage, ...row }) => ({
    ...row,
    lastMessage: lastMessage && { ...lastMessage, at: new Date(lastMessage.at) },
    contact: { id: contactId, name: contactName, phone: contactPhone, email: contactEmail, avatarUrl: null },
  }));
}

/** Those that still exist, in no particular order. */
export async function presentConversations(db: Transaction, accountId: number, ids: string[]): Promise<ConversationView[]> {
  if (!ids.length) return [];
  return selectConversations(db, Prisma.sql`where c.account_id = ${accountId} and c.id = any(${ids}::uuid[])`);
}

export async function presentConversation(db: Transaction, accountId: number, id: string): Promise<ConversationView> {
  const [view] = await presentConversations(db, accountId, [id]);
  return view!;
}
