import { z } from "zod";
import { pageQuery } from "../api/pagination.ts";

export const contactView = z.object({
  id: z.string(), name: z.string(), phone: z.string().nullable(), email: z.string().nullable(), avatarUrl: z.string().nullable(),
  company: z.string().nullable(), jobTitle: z.string().nullable(), createdAt: z.date().or(z.string()), lastActivityAt: z.date().nullable(),
  inboxes: z.array(z.object({ inboxId: z.string(), sourceId: z.string() })),
});
export type ContactView = z.output<typeof contactView>;

export const contactInput = z.object({
  name: z.string().trim().min(1).max(200),
  phone: z.string().trim().max(40).nullish(),
  email: z.email().max(254).nullish().or(z.literal("").transform(() => null)),
  company: z.string().trim().max(200).nullish(),
  jobTitle: z.string().trim().max(200).nullish(),
});
export const newContactInput = contactInput.extend({
  /** Also gives the contact this identity on an inbox (API channel: your own id of the person). */
  inboxId: z.uuid().optional(),
  sourceId: z.string().trim().min(1).max(300).optional(),
});
export const contactPatch = contactInput.partial();
/** `q`: name, phone or e-mail, or a part of them. */
export const contactsQuery = pageQuery.extend({ q: z.string().trim().max(100).optional() });
