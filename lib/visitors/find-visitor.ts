import type { ContactActor } from "../auth/actor.ts";
import type { Transaction } from "../db/tenant.ts";
import { AppError } from "../errors.ts";
import type { Visitor } from "./open-visitor.ts";

export type KnownVisitor = ContactActor & { verified: boolean };

/** The contact behind a visitor; null before the first message. */
export async function findVisitor(tx: Transaction, { inbox, sourceId }: Visitor): Promise<KnownVisitor | null> {
  const { accountId, id: inboxId } = inbox;
  const row = await tx.contactInbox.findUnique({
    where: { accountId_inboxId_sourceId: { accountId, inboxId, sourceId } },
    select: { id: true, contactId: true, verified: true, contact: { select: { name: true } } },
  });
  return row && { kind: "contact", accountId, inboxId, contactId: row.contactId, contactInboxId: row.id, name: row.contact.name, verified: row.verified };
}

/** All the ids this person goes by on the inbox: their devices, and the site's own. */
export async function contactInboxIdsOf(tx: Transaction, { accountId, contactId, inboxId }: KnownVisitor): Promise<string[]> {
  const rows = await tx.contactInbox.findMany({ where: { accountId, contactId, inboxId }, orderBy: { createdAt: "desc" }, take: 50, select: { id: true } });
  return rows.map((row) => row.id);
}

/** Where the site asks for identity, nobody else reads or writes. @throws AppError identity_required */
export function assertIdentified({ config }: Visitor, known: KnownVisitor | null): void {
  if (config.identityRequired && !known?.verified) throw new AppError("identity_required", "This chat is for people who are signed in on the site.");
}
