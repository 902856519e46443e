/** What the API answers with, as JSON carries it: the schemas of lib/, with times as ISO 8601 texts. */
import type { AgentView as AgentRow } from "../agents/schemas.ts";
import type { ContactView as ContactRow } from "../contacts/schemas.ts";
import type { ConversationView as ConversationRow, Placement as PlacementRow, QueueTab as QueueTabRow } from "../conversations/schemas.ts";
import type { InboxView as InboxRow } from "../inboxes/schemas.ts";
import type { LabelView as LabelRow } from "../labels/schemas.ts";
import type { AttachmentView as AttachmentRow, MessageView as MessageRow } from "../messages/schemas.ts";
import type { ProfileView as ProfileRow } from "../profile/schemas.ts";
import type { TeamView as TeamRow } from "../teams/schemas.ts";
import type { ChannelType, MessageExtras } from "../channels/adapter.ts";
import type { RealtimeEvent as RealtimeEventRow } from "../realtime/protocol.ts";
import type { Json } from "./call-of.ts";

export type Page<Item> = { items: Item[]; next: string | null };

export type ConversationView = Json<ConversationRow>;
export type ConversationStatus = ConversationView["status"];
export type LastMessage = NonNullable<ConversationView["lastMessage"]>;
export type Placement = PlacementRow;
export type QueueTab = QueueTabRow;
/** `seq`: the last event that these counts know. */
export type QueueCounts = { mine: number; inService: number; pending: number; seq: number };

export type AttachmentView = Json<AttachmentRow>;
export type MessageView = Omit<Json<MessageRow>, "extras"> & { extras: MessageExtras | null };
export type DeliveryStatus = NonNullable<MessageView["status"]>;

export type InboxView = Omit<Json<InboxRow>, "channel"> & { channel: { type: ChannelType } & Record<string, unknown> };
export type TeamView = TeamRow;
export type LabelView = LabelRow;
export type AgentView = AgentRow;
export type Availability = AgentView["availability"];
export type ContactView = Json<ContactRow>;
export type ProfileView = Json<ProfileRow>;
export type ProfileAccount = ProfileView["accounts"][number];
export type { ChannelType, MessageExtras };
export type AttachmentKind = AttachmentView["kind"];

/** A fact as sockets bring it, seen as one shape: which parts it has follows from its name (lib/realtime/protocol.ts). */
export type RealtimeEvent = {
  seq: number;
  name: RealtimeEventRow["name"];
  conversation?: ConversationView;
  message?: MessageView;
  contact?: ConversationView["contact"];
  contactId?: string;
  /** Of conversation.hidden: what has to leave the screen. */
  conversationId?: string;
  changed?: string[];
  /** Null: the conversation is new. */
  before?: Placement | null;
  after?: Placement | null;
  what?: string;
};
