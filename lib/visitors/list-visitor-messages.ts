import type { z } from "zod";
import { Prisma } from "#prisma/generated/client.ts";
import { db, type Transaction } from "../db/tenant.ts";
import { selectMessages } from "../messages/present-message.ts";
import type { KnownVisitor } from "./find-visitor.ts";
import { forVisitors, presentWidgetMessage } from "./present-widget-message.ts";
import type { MessagePage, ReadMarks, visitorMessagesQuery, WidgetMessage } from "./schemas.ts";

/** How many conversations back a history goes. */
const maxConversations = 50;

export type VisitorConversation = { id: string; displayId: number; contactSeenSeq: number; seenSeq: number };

/** The person's conversations on this inbox, newest first. */
export async function visitorConversations(tx: Transaction, known: KnownVisitor): Promise<VisitorConversation[]> {
  return tx.conversation.findMany({
    where: { accountId: known.accountId, contactId: known.contactId, inboxId: known.inboxId },
    orderBy: { displayId: "desc" },
    take: maxConversations,
    select: { id: true, displayId: true, contactSeenSeq: true, seenSeq: true },
  });
}

/** The one that a message would continue, and where it stands. */
export async function latestConversationOf(tx: Transaction, known: KnownVisitor) {
  return tx.conversation.findFirst({
    where: { accountId: known.accountId, contactId: known.contactId, inboxId: known.inboxId },
    orderBy: { displayId: "desc" },
    select: { id: true, inboxId: true, teamId: true, assigneeId: true },
  });
}

export function marksOf(conversation: VisitorConversation | undefined): ReadMarks | null {
  return conversation ? { conversationId: conversation.id, contactSeenSeq: conversation.contactSeenSeq, agentSeenSeq: conversation.seenSeq } : null;
}

/** One history over all conversations of the person: the newest page, or what lies before or after a place. */
export async function listVisitorMessages(known: KnownVisitor | null, query: z.output<typeof visitorMessagesQuery>): Promise<MessagePage> {
  const conversations = known ? await visitorConversations(db, known) : [];
  if (!known || conversations.length === 0) return { items: [], older: null, newer: null, marks: null };
  const numbers = new Map(conversations.map((conversation) => [conversation.id, conversation.displayId]));
  const from = (query.after ?? query.before)?.split(".").map(Number);
  const forward = query.after !== undefined;
  const side = from ? Prisma.sql`and (c.display_id, m.seq) ${Prisma.raw(forward ? ">" : "<")} (${from[0]!}::int, ${from[1]!}::int)` : Prisma.empty;
  const order = Prisma.raw(forward ? "asc" : "desc");
  const found = await selectMessages(db, known.accountId, Prisma.sql`
    join conversations c on c.account_id = m.account_id and c.id = m.conversation_id
    where m.account_id = ${known.accountId} and m.conversation_id = any(${[...numbers.keys()]}::uuid[]) and ${forVisitors} ${side}
    order by c.display_id ${order}, m.seq ${order} limit ${query.limit + 1}`);
  const more = found.length > query.limit;
  const items = found.slice(0, query.limit).map((message) => presentWidgetMessage(message, numbers.get(message.conversationId)!));
  if (!forward) items.reverse();
  return { items, older: !forward && more ? placeOf(items[0]) : null, newer: forward && more ? placeOf(items.at(-1)) : null, marks: marksOf(conversations[0]) };
}

function placeOf(message: WidgetMessage | undefined): string | null {
  return message?.place.join(".") ?? null;
}
