import { z } from "zod";
import { channelTypes } from "../channels/adapter.ts";

export const inboxHealth = z.object({ state: z.enum(["ok", "unauthorised", "throttled", "unknown"]), detail: z.string().nullable(), since: z.string().nullable() });

export const inboxView = z.object({
  id: z.string(), name: z.string(),
  /** `type` and the configuration, without secrets. */
  channel: z.object({ type: z.enum(channelTypes) }).catchall(z.any()),
  token: z.string(),
  /** The address to give to the provider, where it has one to be given. */
  webhookUrl: z.string().nullable(),
  /** Of an answer's text, in characters. */
  maxTextLength: z.number(),
  restricted: z.boolean(), memberIds: z.array(z.string()), health: inboxHealth, createdAt: z.date(),
});
export type InboxView = z.output<typeof inboxView>;

export const newInboxInput = z.object({
  name: z.string().trim().min(1).max(100),
  channel: z.object({ type: z.enum(channelTypes) }).catchall(z.any()),
  restricted: z.boolean().default(false),
  memberIds: z.array(z.uuid()).max(1000).default([]),
});
export const inboxPatch = z.object({
  name: z.string().trim().min(1).max(100).optional(),
  /** Only the given keys change; secrets that are left out stay. */
  channel: z.record(z.string(), z.any()).optional(),
  restricted: z.boolean().optional(),
  memberIds: z.array(z.uuid()).max(1000).optional(),
});

export const inboxCheck = z.object({
  ok: z.boolean(),
  /** What the provider said about itself. */
  summary: z.string().nullable(),
  problem: z.object({ kind: z.string(), code: z.string(), message: z.string() }).nullable(),
  /** When the provider last called our door; null: never, or the channel has none. */
  lastDeliveryAt: z.date().nullable(),
});

/** One body that a provider posted. */
export const deliveryView = z.object({
  id: z.string(), receivedAt: z.date(), processedAt: z.date().nullable(), retryAt: z.date().nullable(), attempts: z.number(), error: z.string().nullable(),
  /** What became of it: counts by kind, and names of notices. */
  outcome: z.record(z.string(), z.any()).nullable(),
});
export type DeliveryView = z.output<typeof deliveryView>;
export const deliveryWithBody = deliveryView.extend({ body: z.string() });
