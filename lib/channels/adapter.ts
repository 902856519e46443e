import type { z } from "zod";

/**
 * What every channel gives the house. An adapter translates between a provider's protocol and these shapes and never
 * touches the database. The rest of the code asks `capabilities`, never which channel it is.
 */
export type ChannelAdapter<Config = any> = {
  type: ChannelType;
  /** What the administrator fills in; also the contract of `POST /inboxes` and `bin/balcao inbox create`. */
  config: z.ZodType<Config>;
  /** Keys of the config that are encrypted at rest and never sent back. */
  secrets: readonly (keyof Config & string)[];
  /** Of the secrets, those that we made and that an administrator has to copy to the other side: only they may read them. */
  shownToAdministrators?: readonly (keyof Config & string)[];
  capabilities: Capabilities;
  /** Answer to a provider's GET on the door (subscription handshakes). Absent: 405. */
  handshake?: (request: DoorRequest, config: Config) => DoorResponse;
  /** Is this really the provider? Over the raw bytes, in constant time. Absent: the channel has no door. */
  verify?: (request: DoorRequest, config: Config) => boolean;
  /** Pure, and never throws on unknown input: what it does not know becomes an `unsupported` event. */
  parse?: (rawBody: Uint8Array, config: Config) => InboundEvent[];
  /** The provider's own name of this inbox, and whom a delivery is for: one callback address may serve several inboxes. */
  address?: { of: (config: Config) => string; named: (rawBody: Uint8Array) => string[] };
  /** Hands one message to the provider. @throws ChannelError */
  send: (message: OutgoingMessage, config: Config, context: SendContext) => Promise<SendResult>;
  /** Fetches media that an inbound attachment names. @throws ChannelError */
  fetchMedia?: (reference: MediaReference, config: Config, context: SendContext) => Promise<Response>;
  /** Tells the provider that an agent has read up to this message. @throws ChannelError */
  markRead?: (externalId: string, config: Config, context: SendContext) => Promise<void>;
  /** The "it works" check of the wizard. @throws ChannelError */
  check?: (config: Config, context: SendContext) => Promise<{ summary: string }>;
};

export const channelTypes = ["widget", "whatsapp", "api"] as const;
export type ChannelType = (typeof channelTypes)[number];

export type Capabilities = {
  /** "pushed": delivered by our own sockets when stored, nothing to send. "sent": goes through `send`. */
  delivery: "pushed" | "sent";
  /** The provider takes our id as an idempotency key, so an interrupted send may simply be repeated. */
  idempotentSend: boolean;
  /** Longest text in UTF-16 units. */
  maxTextLength: number;
  /** Attachments that one provider message can carry; more become several provider messages. */
  attachmentsPerMessage: number;
  /** Can text ride along with an attachment? */
  captions: boolean;
  replies: boolean;
  reactions: boolean;
  /** How long the provider keeps what a customer sent, for us to fetch, in days. 0: files come with their message. */
  mediaDays: number;
  /** What the contact's address is, for the interface. */
  contactAddress: "phone" | "email" | "handle" | "none";
};

export type DoorRequest = {
  method: string;
  /** Lower-case names. */
  headers: Record<string, string | undefined>;
  query: URLSearchParams;
  rawBody: Uint8Array;
};
export type DoorResponse = { status: number; body: string; contentType?: string };

/** One thing a provider told us. `sentAt` is the provider's own time. */
export type InboundEvent =
  | InboundMessage
  | { kind: "status"; externalId: string; status: "sent" | "delivered" | "read" | "failed"; sentAt: Date; error?: SendFailure;
      /** Our own message id, where the provider gives it back. */ messageId?: string }
  | { kind: "reaction"; targetExternalId: string; /** "" takes it back. */ emoji: string; from: InboundContact; sentAt: Date }
  | { kind: "edit"; targetExternalId: string; content: string; sentAt: Date }
  | { kind: "revoke"; targetExternalId: string; sentAt: Date }
  /** The contact is now known by other ids (a changed number, a rotated id). */
  | { kind: "identity"; from: InboundContact; becomes: InboundContact; note: string; externalId: string; sentAt: Date }
  /** Understood, with nothing for a conversation in it (template status, account news…). Kept in the raw event. */
  | { kind: "notice"; name: string };

export type InboundMessage = {
  kind: "message";
  /** Unique per inbox: receiving it twice is receiving it once. */
  externalId: string;
  /** The person outside, also of an echo (there it is who our side wrote to). */
  from: InboundContact;
  /** True when our own side wrote it elsewhere (echo of a phone app): stored as outgoing. */
  echo?: boolean;
  content: string;
  attachments?: InboundAttachment[];
  replyToExternalId?: string;
  /** Structured parts the interface knows how to draw, and whatever it does not know, raw. */
  extras?: MessageExtras;
  sentAt: Date;
};

export type InboundContact = {
  /** Every id this person is known by on the inbox, the most lasting first (WhatsApp: user_id, then wa_id). */
  externalIds: string[];
  name?: string;
  /** E.164 with the plus. */
  phone?: string;
  email?: string;
};

export type InboundAttachment = {
  media: MediaReference;
  kind: AttachmentKind;
  filename?: string;
  contentType?: string;
  sha256?: string;
  voice?: boolean;
};
export type AttachmentKind = "image" | "audio" | "video" | "document" | "sticker";
export type MediaReference = { id?: string; url?: string };

export type MessageExtras = {
  location?: { latitude: number; longitude: number; name?: string; address?: string; url?: string };
  contacts?: { name: string; phones: string[]; emails: string[] }[];
  /** The button or list row that the customer chose, or the form answered. */
  choice?: { id?: string; title: string; description?: string; form?: Record<string, unknown> };
  order?: { items: { productId: string; quantity: number; price?: number; currency?: string }[]; text?: string };
  /** The catalogue item that the customer asked about. */
  product?: { catalogId?: string; productId: string };
  referral?: { sourceUrl?: string; headline?: string; body?: string; imageUrl?: string };
  forwarded?: boolean;
  /** A line from the provider about the conversation itself (a changed number…). */
  system?: string;
  /** What we could not understand: shown as "unsupported message", the raw content one click away. */
  unsupported?: { type: string; raw: unknown };
};

export type OutgoingMessage = {
  /** Ours; goes along as correlation id where the provider has one. */
  id: string;
  to: { externalIds: string[]; phone?: string };
  content: string;
  attachments: OutgoingAttachment[];
  replyToExternalId?: string;
  /** Present instead of content when this is a reaction to a message of the contact ("" takes it back). */
  reaction?: { targetExternalId: string; emoji: string };
  sentAt: Date;
  conversation: { id: string; displayId: number; protocol: string };
  contact: { id: string; name: string };
  agent?: { id: string; name: string };
};
export type OutgoingAttachment = {
  id: string;
  kind: AttachmentKind;
  filename: string;
  contentType: string;
  size: number;
  /** A signed address, valid for a day, for providers that fetch by themselves. */
  url: string;
  voice: boolean;
  read: () => Promise<Uint8Array>;
};

export type SendContext = {
  /** The only way out: refuses private addresses unless configured, bounds time and size, re-checks redirects. */
  fetch: (url: string, init?: RequestInit & { timeoutMs?: number; maxBytes?: number }) => Promise<Response>;
  signal?: AbortSignal;
};
export type SendResult = {
  externalId: string;
  /** Ids of the further provider messages when one of ours needed several: a reply or a status may name any of them. */
  furtherExternalIds?: string[];
};

/** `code` is the provider's own; `message` is what it said, for the agent. */
export type SendFailure = { code: string; message: string };

/**
 * The one vocabulary of provider failures; lib/channels/deliver decides from it what happens next.
 * retry: try again with growing pauses. throttled: pause the inbox (or this contact). unauthorised: stop the inbox
 * until it is reconnected. rejected: show it to the agent. window: as rejected, and a template may still go.
 * unknown: the request left and no answer came, so it may have been accepted: never repeated blindly.
 */
export type ChannelErrorKind = "retry" | "throttled" | "unauthorised" | "rejected" | "window" | "unknown";

export class ChannelError extends Error {
  readonly kind: ChannelErrorKind;
  readonly code: string;
  readonly retryAfterSeconds: number | undefined;
  /** For throttled: whether the whole inbox or only this contact has to wait. */
  readonly scope: "inbox" | "contact";
  /** Ids of the provider messages that were taken before this one failed. */
  readonly taken: string[];

  constructor(kind: ChannelErrorKind, code: string, message: string, options: { retryAfterSeconds?: number; scope?: "inbox" | "contact"; taken?: string[]; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = "ChannelError";
    this.kind = kind;
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.scope = options.scope ?? "inbox";
    this.taken = options.taken ?? [];
  }
}
