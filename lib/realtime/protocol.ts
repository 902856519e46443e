import type { ConversationView, Placement } from "../conversations/schemas.ts";
import type { MessageView } from "../messages/schemas.ts";

/**
 * What travels over the sockets. Facts carry the account's growing sequence: a screen remembers the last one, asks for the
 * rest after an outage (GET …/events?after=) and notices by `head` what it never got. State travels with the event, so
 * nobody has to ask again. Typing, presence and viewing are passing things without a sequence.
 */
export type RealtimeEvent = { seq: number } & (
  | { name: "conversation.created" | "conversation.updated"; conversation: ConversationView; changed: string[]; before: Placement | null; after: Placement }
  /** It is now out of your sight. */
  | { name: "conversation.hidden"; conversationId: string; before: Placement }
  | { name: "message.created"; conversation: ConversationView; message: MessageView; before: Placement | null; after: Placement }
  | { name: "message.updated"; conversation: ConversationView; message: MessageView; changed: string[] }
  | { name: "contact.updated"; contactId: string; contact: { id: string; name: string; phone: string | null; email: string | null; avatarUrl: string | null } }
  | { name: "settings.changed"; what: "inboxes" | "teams" | "labels" | "agents" }
);

export type Typist = { kind: "agent" | "contact"; id: string; name: string };

export type ServerToAgent = {
  events: (events: RealtimeEvent[]) => void;
  typing: (typing: { conversationId: string; by: Typist; on: boolean }) => void;
  viewing: (viewing: { conversationId: string; by: Typist; on: boolean }) => void;
  presence: (presence: { online: string[] }) => void;
  /** The newest sequence of the account, every 20 seconds. */
  head: (head: { seq: number }) => void;
  "signed-out": () => void;
};

export type AgentToServer = {
  typing: (typing: { conversationId: string; on: boolean }) => void;
  viewing: (viewing: { conversationId: string | null }) => void;
};

/** The answer of GET …/events. `tooFar`: too much was missed to send; ask for everything anew. */
export type MissedEvents = { events: RealtimeEvent[]; head: number; tooFar: boolean };
