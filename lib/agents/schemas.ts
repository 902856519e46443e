import { z } from "zod";
import { roles } from "../auth/permissions.ts";

export const availabilities = ["online", "busy", "offline"] as const;
export const agentView = z.object({
  id: z.string(), name: z.string(), email: z.string(), role: z.string(), availability: z.enum(availabilities), avatarUrl: z.string().nullable(),
});
export type AgentView = z.output<typeof agentView>;
export const agentPatch = z.object({ role: z.enum(roles) });

export const invitationView = z.object({ id: z.string(), email: z.string(), role: z.string(), expiresAt: z.date(), createdAt: z.date(),
  /** Only in the answer that made it. */
  link: z.string().optional() });
export const newInvitationInput = z.object({ email: z.email().max(254), role: z.enum(roles).default("agent") });
export const acceptInvitationInput = z.object({ name: z.string().trim().min(1).max(100), password: z.string().max(200) });
