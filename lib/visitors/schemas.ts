import { z } from "zod";
import { attachmentView, maxAttachmentBytes, maxAttachments } from "../messages/schemas.ts";

/** What the widget's frame and the server say to each other under /api/widget/{inboxToken}. */
export const widgetLimits = { text: 10_000, files: maxAttachments, fileSize: maxAttachmentBytes };

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

export const visitorAttachment = attachmentView.omit({ voice: true });
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
  replyTo: z.object({ content: z.string().nullable() }).nullable(),
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
    content: z.string().max(widgetLimits.text).default(""),
    clientId: z.uuid(),
    attachmentIds: z.array(z.uuid()).max(widgetLimits.files).default([]),
    /** Where the visitor is, told with the first message of a conversation. */
    page: z.object({ url: z.url({ protocol: /^https?$/ }).max(2048), title: z.string().max(300) }).optional().catch(undefined),
    /** What the site said about the person, for the contact that the first message makes. */
    identity: visitorIdentity.partial({ identifier: true }).optional(),
  })
  .refine((input) => input.content.trim() !== "" || input.attachmentIds.length > 0, { message: "A message needs a text or a file.", path: ["content"] });

export const readInput = z.object({ conversationId: z.string(), seq: z.int().min(0) });

export const widgetParams = z.object({ inboxToken: z.string().max(200) });
/** A place in the history, "12.40". */
const placeText = z.string().regex(/^\d{1,9}\.\d{1,9}$/).optional();
export const visitorMessagesQuery = z.object({ before: placeText, after: placeText, limit: z.coerce.number().int().min(1).max(100).default(30) });

export const visitorContactInput = z.object({
  name: z.string().trim().min(1).max(120).optional(),
  email: z.email().max(254).optional(),
  phone: z.string().trim().max(32).optional(),
});
