import { z } from "zod";
import type { MessageExtras } from "../channels/adapter.ts";

export const messageTypes = ["incoming", "outgoing", "activity", "template"] as const;
export const deliveryStatuses = ["queued", "sent", "delivered", "read", "failed"] as const;
export const maxContentLength = 20_000;
export const maxAttachments = 10;
export const maxAttachmentBytes = 10_000_000;

export const attachmentView = z.object({
  id: z.string(), kind: z.enum(["image", "audio", "video", "document", "sticker"]), filename: z.string(), contentType: z.string(),
  size: z.number().nullable(), voice: z.boolean(), width: z.number().nullable(), height: z.number().nullable(),
  state: z.enum(["ready", "pending", "failed"]),
  /** Signed and short-lived; null until the file is here. */
  url: z.string().nullable(), previewUrl: z.string().nullable(),
});
export type AttachmentView = z.output<typeof attachmentView>;

export const messageView = z.object({
  id: z.string(), conversationId: z.string(),
  /** Place in the conversation, growing. */
  seq: z.number(),
  type: z.enum(messageTypes), private: z.boolean(), content: z.string().nullable(),
  status: z.enum(deliveryStatuses).nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  sender: z.object({ kind: z.enum(["agent", "contact", "system"]), id: z.string().nullable(), name: z.string().nullable() }),
  attachments: z.array(attachmentView),
  replyTo: z.object({ id: z.string(), seq: z.number(), content: z.string().nullable(), senderName: z.string().nullable() }).nullable(),
  reactions: z.array(z.object({ emoji: z.string(), by: z.enum(["contact", "agent"]), senderId: z.string().nullable() })),
  /** Structured parts, for the interface to draw. */
  extras: z.custom<MessageExtras>().nullable(),
  activity: z.object({ kind: z.string(), params: z.record(z.string(), z.string()) }).nullable(),
  clientId: z.string().nullable(), externalId: z.string().nullable(),
  editedAt: z.date().nullable(), deletedAt: z.date().nullable(), sentAt: z.date(), createdAt: z.date(),
});
export type MessageView = z.output<typeof messageView>;

export const messageInput = z.object({
  content: z.string().max(maxContentLength).default(""),
  private: z.boolean().default(false),
  /** The writer's own id: sending it twice is sending it once. */
  clientId: z.string().trim().min(1).max(100).optional(),
  attachmentIds: z.array(z.uuid()).max(maxAttachments).default([]),
  replyToId: z.uuid().optional(),
  /** API inboxes only: the message comes from the contact. */
  type: z.enum(["outgoing", "incoming"]).default("outgoing"),
  /** API inboxes only, incoming: your own id of the message; the same id twice is one message. */
  externalId: z.string().trim().min(1).max(300).optional(),
}).refine((input) => input.content.trim() !== "" || input.attachmentIds.length > 0, { message: "A message needs text or a file.", path: ["content"] });
export type MessageInput = z.output<typeof messageInput>;

/** A place is an int4; `around` looks one further. */
const maxSeq = 2_147_483_646;

export const messagesQuery = z.object({
  before: z.coerce.number().int().min(1).max(maxSeq).optional(),
  after: z.coerce.number().int().min(0).max(maxSeq).optional(),
  around: z.coerce.number().int().min(0).max(maxSeq).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export const messagesPage = z.object({
  items: z.array(messageView),
  /** Goes back in as `before`; null at the beginning of the conversation. */
  next: z.number().nullable(),
  /** Goes back in as `after`; null when the newest is here. */
  newer: z.number().nullable(),
});
