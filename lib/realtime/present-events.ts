import { db } from "../db/tenant.ts";
import type { RecordedEvent } from "../events/catalog.ts";
import { presentConversations } from "../conversations/present-conversation.ts";
import type { Placement } from "../conversations/schemas.ts";
import { presentMessages } from "../messages/present-message.ts";
import type { RealtimeEvent } from "./protocol.ts";

/** An event for the screens, and where its conversation stood and stands: who hears it follows from that. */
export type Announced = { event: RealtimeEvent; conversationId: string | null; before: Placement | null; after: Placement | null };

/**
 * Recorded facts of one account as screens get them, with the state as it is now. However many events: one statement for
 * conversations, two for messages, one for contacts. What no longer exists is left out.
 */
export async function presentEvents(accountId: number, events: RecordedEvent[]): Promise<Announced[]> {
  const idsOf = (pick: (payload: any) => string | undefined) => [...new Set(events.map((event) => pick(event.payload)).filter((id) => id !== undefined))];
  const conversations = new Map((await presentConversations(db, accountId, idsOf((payload) => payload.conversationId))).map((view) => [view.id, view]));
  const messages = new Map((await presentMessages(db, accountId, idsOf((payload) => payload.messageId))).map((view) => [view.id, view]));
  const contactIds = idsOf((payload) => payload.contactId);
  const contacts = contactIds.length ? await db.contact.findMany({ where: { accountId, id: { in: contactIds } }, select: { id: true, name: true, phone: true, email: true } }) : [];

  return events.flatMap((recorded): Announced[] => {
    const seq = Number(recorded.seq);
    if (recorded.name === "settings.changed") return [{ event: { seq, name: recorded.name, what: recorded.payload.what }, conversationId: null, before: null, after: null }];
    if (recorded.name === "contact.updated") {
      const contact = contacts.find((row) => row.id === recorded.payload.contactId);
      return contact ? [{ event: { seq, name: recorded.name, contactId: contact.id, contact: { ...contact, avatarUrl: null } }, conversationId: null, before: null, after: null }] : [];
    }
    const conversation = conversations.get(recorded.payload.conversationId);
    if (!conversation) return [];
    if (recorded.name === "conversation.created" || recorded.name === "conversation.updated") {
      const { before, after } = recorded.payload;
      const changed = recorded.name === "conversation.updated" ? recorded.payload.changed : ["created"];
      return [{ event: { seq, name: recorded.name, conversation, changed, before, after }, conversationId: conversation.id, before, after }];
    }
    const message = messages.get(recorded.payload.messageId);
    if (!message) return [];
    if (recorded.name === "message.created") {
      const { before, after } = recorded.payload;
      return [{ event: { seq, name: recorded.name, conversation, message, before, after }, conversationId: conversation.id, before, after }];
    }
    const stands: Placement = { inboxId: conversation.inboxId, teamId: conversation.teamId, assigneeId: conversation.assigneeId, status: conversation.status, archived: conversation.archived };
    return [{ event: { seq, name: recorded.name, conversation, message, changed: recorded.payload.changed }, conversationId: conversation.id, before: stands, after: stands }];
  });
}
