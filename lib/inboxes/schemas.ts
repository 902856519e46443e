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
