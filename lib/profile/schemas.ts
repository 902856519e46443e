import { z } from "zod";
import { availabilities } from "../agents/schemas.ts";

export const locales = ["pt-BR", "en", "es"] as const;

export const profileView = z.object({
  id: z.string(), name: z.string(), email: z.string(), displayName: z.string().nullable(), locale: z.enum(locales).nullable(), avatarUrl: z.string().nullable(),
  accounts: z.array(z.object({
    id: z.number(), name: z.string(), role: z.string(), permissions: z.array(z.string()), teamIds: z.array(z.string()),
    /** Inboxes this person sees; null: all. The same for teams. */
    inboxIds: z.array(z.string()).nullable(), visibleTeamIds: z.array(z.string()).nullable(),
    availability: z.enum(availabilities), locale: z.string(), timeZone: z.string(),
  })),
});
export type ProfileView = z.output<typeof profileView>;
export const profilePatch = z.object({
  name: z.string().trim().min(1).max(100), displayName: z.string().trim().max(100).nullable(), locale: z.enum(locales).nullable(),
}).partial();
export const availabilityInput = z.object({ availability: z.enum(availabilities) });
export const passwordInput = z.object({ currentPassword: z.string().max(200), password: z.string().max(200) });
export const sessionView = z.object({ id: z.string(), ipAddress: z.string().nullable(), userAgent: z.string().nullable(), createdAt: z.date(), lastSeenAt: z.date(), current: z.boolean() });
export const tokenView = z.object({ id: z.string(), name: z.string(), hint: z.string(), createdAt: z.date(), lastUsedAt: z.date().nullable(), expiresAt: z.date().nullable(), token: z.string().optional() });
export const newTokenInput = z.object({ name: z.string().trim().min(1).max(100), expiresAt: z.coerce.date().nullish() });
