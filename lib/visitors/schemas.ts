import { z } from "zod";

/** What the widget's frame and the server say to each other under /api/widget/{inboxToken}. */
export const maxVisitorText = 10_000;
export const maxVisitorFiles = 10;
/** Bytes of one file. */
export const maxVisitorFileSize = 10 * 1024 * 1024;

export const visitorIdentity = z.object({
  /** The site's own id of the person. */
  identifier: z.string().trim().min(1).max(256),
  /** Hex HMAC-SHA256 of the identifier with the inbox's secret. Without it the rest only annotates. */
  identifierHash: z.string().max(128).optional(),
  name: z.string().trim().max(120).optional(),
  email: z.string().trim().max(254).optional(),
  phone: z.string().trim().max(32).optional(),
});
export type VisitorIdentity = z.infer<typeof visitorIdentity>;

export const startSessionInput = z.object({
  identity: visitorIdentity.partial({ identifier: true }).optional(),
  locale: z.string().max(16).optional(),
  pageUrl: z.string().max(2048).optional(),
  pageTitle: z.string().max(300).optional(),
});

export const widgetSettings = z.object({
  name: z.string(),
  welcomeTitle: z.string(),
  welcomeText: z.string(),
  /** `#rrggbb` */
  color: z.string(),
  position: z.enum(["left", "right"]),
});
export type WidgetSettings = z.infer<typeof widgetSettings>;

export const visitorContact = z.object({ name: z.string().nullable(), email: z.string().nullable(), phone: z.string().nullable() });
export type VisitorContact = z.infer<typeof visitorContact>;

/** Up to where both sides have read, in the visitor's latest conversation. */
export const readMarks = z.object({ conversationId: z.string(), contactSeenSeq: z.int(), agentSeenSeq: z.int() });
export type ReadMarks = z.infer<typeof readMarks>;

export const visitorSession = z.object({
  visitorToken: z.string(),
  settings: widgetSettings,
  contact: visitorContact.nullable(),
  marks: readMarks.nullable(),
  /** Agents' messages that the visitor has not seen. */
  unreadCount: z.int(),
  /** Is somebody there to answer; null when unknown. */
  online: z.boolean().nullable(),
});
export type VisitorSession = z.infer<typeof visitorSession>;

export const visitorAttachment = z.object({
  id: z.string(),
  kind: z.enum(["image", "audio", "video", "document", "sticker"]),
  filename: z.string(),
  contentType: z.string(),
  size: z.int().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  state: z.enum(["ready", "pending", "failed"]),
  url: z.string().nullable(),
  previewUrl: z.string().nullable(),
});
export type VisitorAttachment = z.infer<typeof visitorAttachment>;

/** A message as a visitor may see it: no notes, no e-mail addresses, of the activity lines only "resolved". */
export const widgetMessage = z.object({
  id: z.string(),
  conversationId: z.string(),
  /** Place in the visitor's history: the conversation's number in the account, and the place in it. */
  place: z.tuple([z.int(), z.int()]),
  type: z.enum(["incoming", "outgoing", "resolved"]),
  content: z.string().nullable(),
  senderName: z.string().nullable(),
  attachments: z.array(visitorAttachment),
  replyTo: z.object({ content: z.string().nullable(), own: z.boolean() }).nullable(),
  clientId: z.string().nullable(),
  edited: z.boolean(),
  deleted: z.boolean(),
  sentAt: z.string(),
});
export type WidgetMessage = z.infer<typeof widgetMessage>;

/** `before` and `after` are places, "12.40". Items ascend; `older` and `newer` are the places to go on from. */
export const messagePage = z.object({ items: z.array(widgetMessage), older: z.string().nullable(), newer: z.string().nullable(), marks: readMarks.nullable() });
export type MessagePage = z.infer<typeof messagePage>;

export const sendVisitorMessageInput = z
  .object({
    content: z.string().max(maxVisitorText).default(""),
    clientId: z.uuid(),
    attachmentIds: z.array(z.uuid()).max(maxVisitorFiles).default([]),
    pageUrl: z.string().max(2048).optional(),
    /** What the site said about the person, for the contact that the first message makes. */
    identity: visitorIdentity.partial({ identifier: true }).optional(),
  })
  .refine((input) => input.content.trim() !== "" || input.attachmentIds.length > 0, { message: "A message needs a text or a file.", path: ["content"] });

export const readInput = z.object({ conversationId: z.string(), seq: z.int().min(0) });

export const visitorContactInput = z.object({
  name: z.string().trim().min(1).max(120).optional(),
  email: z.email().max(254).optional(),
  phone: z.string().trim().max(32).optional(),
});
