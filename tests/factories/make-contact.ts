import { inAccount } from "#lib/db/tenant.ts";
import { createContact } from "#lib/contacts/create-contact.ts";
import type { ContactView } from "#lib/contacts/schemas.ts";

export async function makeContact(accountId: number, input: { name?: string; phone?: string; email?: string; inboxId?: string; sourceId?: string } = {}): Promise<ContactView> {
  return inAccount(accountId, async () => createContact({ kind: "system", accountId }, { name: "Carla Cliente", ...input }));
}
