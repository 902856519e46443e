import { Prisma } from "#prisma/generated/client.ts";
import type { MessageView } from "../messages/schemas.ts";
import type { WidgetMessage } from "./schemas.ts";

/** What visitors may see, as a condition on `m`; the same rule in memory is `isForVisitors`. */
export const forVisitors = Prisma.sql`m.reaction_to is null and not m.private
  and (m.type in ('incoming', 'outgoing', 'template') or (m.type = 'activity' and m.activity->>'kind' = 'conversation-resolved'))`;

export function isForVisitors(message: Pick<MessageView, "private" | "type" | "activity">): boolean {
  return !message.private && (message.type !== "activity" || message.activity?.kind === "conversation-resolved");
}

/** A message as the visitor gets it: no ids of people, no e-mail addresses, nothing of how the team works. */
export function presentWidgetMessage(message: MessageView, displayId: number): WidgetMessage {
  const type = message.type === "incoming" ? "incoming" : message.type === "activity" ? "resolved" : "outgoing";
  const deleted = message.deletedAt !== null;
  return {
    id: message.id,
    conversationId: message.conversationId,
    place: [displayId, message.seq],
    type,
    content: deleted || type === "resolved" ? null : message.content,
    // Who has no name in Balcão but an address stays nameless here.
    senderName: type === "outgoing" && message.sender.name && !message.sender.name.includes("@") ? message.sender.name : null,
    attachments: deleted ? [] : message.attachments.map(({ voice: _voice, ...file }) => file),
    replyTo: message.replyTo && { content: message.replyTo.content },
    clientId: type === "incoming" ? message.clientId : null,
    edited: message.editedAt !== null,
    deleted,
    sentAt: message.createdAt.toISOString(),
  };
}
