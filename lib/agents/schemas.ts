import { z } from "zod";
import { roles } from "../auth/permissions.ts";

export const availabilities = ["online", "busy", "offline"] as const;
export const agentView = z.object({
  id: z.string(), name: z.string(), email: z.string(), role: z.string(), availability: z.enum(availabilities), avatarUrl: z.string().nullable(),
});
export type AgentView = z.output<typeof agentView>;
export const agentPatch = z.object({
  role: z.enum(roles),
  /** One's own only. */
  availability: z.enum(availabilities),
}).partial();

export const invitationView = z.object({ id: z.string(), email: z.string(), role: z.string(), expiresAt: z.date(), createdAt: z.date(), invitedBy: z.string().nullable(),
  /** Only in the answer that made it. */
  link: z.string().optional() });
export type InvitationView = z.output<typeof invitationView>;
export const newInvitationInput = z.object({ email: z.email().max(254), role: z.enum(roles).default("agent") });
/** What the invited person is shown before they are anyone here. */
export const openInvitationView = z.object({ email: z.string(), accountName: z.string(), role: z.string(), /** They sign in with the password they have. */ hasUser: z.boolean() });
export const acceptInvitationInput = z.object({ /** Of a new person. */ name: z.string().trim().min(1).max(100).optional(), password: z.string().max(200) });
export const acceptedInvitation = z.object({ accountId: z.number(), email: z.string() });
