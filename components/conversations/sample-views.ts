import type { ConversationView, MessageView } from "#lib/api-client/views.ts";

/** A conversation for tests, as the API would answer it. */
export function sampleConversation(id: string, part: Partial<ConversationView> = {}): ConversationView {
  return {
    id, displayId: 1, protocol: "20261122-000001", status: "open", archived: false, inboxId: "site", teamId: null, assigneeId: null,
    contact: { id: `contact of ${id}`, name: "José Lima", phone: "+5511987654321", email: null, avatarUrl: null },
    labelIds: [], unreadCount: 0, seenSeq: 0, contactSeenSeq: 0, lastSeq: 1, lastMessage: null,
    lastActivityAt: "2026-11-22T12:00:00.000Z", createdAt: "2026-11-22T11:00:00.000Z", resolvedAt: null, ...part,
  };
}

export function sampleMessage(seq: number, part: Partial<MessageView> = {}): MessageView {
  return {
    id: `m${seq}`, conversationId: "a", seq, type: "incoming", private: false, content: `text ${seq}`, status: null, error: null,
    sender: { kind: "contact", id: "c", name: "José Lima" }, attachments: [], replyTo: null, reactions: [], extras: null, activity: null,
    clientId: null, externalId: null, editedAt: null, deletedAt: null, sentAt: `2026-11-22T12:${String(seq % 60).padStart(2, "0")}:00.000Z`, createdAt: "2026-11-22T12:00:00.000Z", ...part,
  };
}
