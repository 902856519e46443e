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

/** A value after a trip through JSON. */
export type Json<Value> = Value extends Date ? string : Value extends (infer Item)[] ? Json<Item>[] : Value extends object ? { [Key in keyof Value]: Json<Value[Key]> } : Value;

export type Page<Item> = { items: Item[]; next: string | null };

export type ConversationView = Json<ConversationRow>;
export type ConversationStatus = ConversationView["status"];
export type LastMessage = NonNullable<ConversationView["lastMessage"]>;
export type Placement = PlacementRow;
export type QueueTab = QueueTabRow;
export type QueueCounts = { mine: number; inService: number; pending: number };

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

export type RealtimeEvent = {
  seq: number;
  name: "conversation.created" | "conversation.updated" | "conversation.hidden" | "message.created" | "message.updated" | "contact.updated" | "settings.changed";
  conversation?: ConversationView;
  message?: MessageView;
  contact?: ContactView;
  /** Null: the conversation is new. */
  before?: Placement | null;
  after?: Placement | null;
  /** Of conversation.hidden: what has to leave the screen. */
  conversationId?: string;
  what?: string;
};
