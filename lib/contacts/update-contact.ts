import type { z } from "zod";
import type { Actor } from "../auth/actor.ts";
import { transaction } from "../db/tenant.ts";
import { notFound } from "../errors.ts";
import { record } from "../events/record.ts";
import { parsePhone } from "./parse-phone.ts";
import { presentContact } from "./present-contact.ts";
import type { contactPatch, ContactView } from "./schemas.ts";

/** Only the given fields change; null or "" empties one. @throws AppError not_found, invalid_input */
export async function updateContact(actor: Actor, id: string, patch: z.output<typeof contactPatch>): Promise<ContactView> {
  const { accountId } = actor;
  const data = {
    ...(patch.name !== undefined && { name: patch.name }),
    ...(patch.phone !== undefined && { phone: parsePhone(patch.phone) }),
    ...(patch.email !== undefined && { email: patch.email || null }),
    ...(patch.company !== undefined && { company: patch.company || null }),
    ...(patch.jobTitle !== undefined && { jobTitle: patch.jobTitle || null }),
  };
  return transaction(async (tx) => {
    const { count } = await tx.contact.updateMany({ where: { accountId, id }, data });
    if (!count) throw notFound();
    await record(tx, actor, "contact.updated", { contactId: id });
    return presentContact(tx, actor, id);
  });
}
