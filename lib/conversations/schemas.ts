import { z } from "zod";
import { messageTypes, deliveryStatuses, maxContentLength } from "../messages/schemas.ts";
import { pageQuery } from "../api/pagination.ts";

export const conversationStatuses = ["open", "pending", "snoozed", "resolved"] as const;
export const queueTabs = ["mine", "in-service", "pending", "all"] as const;
export type QueueTab = (typeof queueTabs)[number];

export const conversationView = z.object({
  id: z.string(), displayId: z.number(), protocol: z.string(), status: z.enum(conversationStatuses), archived: z.boolean(),
  inboxId: z.string(), teamId: z.string().nullable(), assigneeId: z.string().nullable(),
  contact: z.object({ id: z.string(), name: z.string(), phone: z.string().nullable(), email: z.string().nullable(), avatarUrl: z.string().nullable() }),
  labelIds: z.array(z.string()),
  unreadCount: z.number(),
  /** Up to which message agents have seen the conversation, and the contact. */
  seenSeq: z.number(), contactSeenSeq: z.number(), lastSeq: z.number(),
  lastMessage: z.object({
    id: z.string(), seq: z.number(), preview: z.string(), type: z.enum(messageTypes), private: z.boolean(), at: z.coerce.date(),
    senderName: z.string().nullable(), attachmentKind: z.string().nullable(), status: z.enum(deliveryStatuses).nullable(),
  }).nullable(),
  lastActivityAt: z.date(), createdAt: z.date(), resolvedAt: z.date().nullable(),
});
export type ConversationView = z.output<typeof conversationView>;

export const conversationsQuery = pageQuery.extend({
  tab: z.enum(queueTabs).default("all"),
  status: z.enum(conversationStatuses).optional(),
  inboxId: z.uuid().optional(),
  unread: z.stringbool().default(false),
  /** Name, phone, e-mail or protocol. */
  q: z.string().trim().max(100).optional(),
});
export type ConversationsQuery = z.output<typeof conversationsQuery>;

/** `seq`: the last event that these counts know. */
export const conversationCounts = z.object({ mine: z.number(), inService: z.number(), pending: z.number(), seq: z.number() });

export const newConversationInput = z.object({
  inboxId: z.uuid(), contactId: z.uuid(), content: z.string().max(maxContentLength).optional(), teamId: z.uuid().nullish(),
});
export const assigneeInput = z.object({ assigneeId: z.uuid().nullable() });
export const teamInput = z.object({ teamId: z.uuid().nullable() });
export const startInput = z.object({ teamId: z.uuid().optional() });
export const labelsInput = z.object({ labelIds: z.array(z.uuid()).max(50) });
export const readInput = z.object({ seq: z.number().int().min(0) });

/** Where a conversation stands for the queues; carried by its events so that every screen can keep its counts. */
export const placement = z.object({
  inboxId: z.string(), teamId: z.string().nullable(), assigneeId: z.string().nullable(), status: z.enum(conversationStatuses), archived: z.boolean(),
});
export type Placement = z.output<typeof placement>;
