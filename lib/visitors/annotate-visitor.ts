import { parsePhone } from "../contacts/parse-phone.ts";
import { db, transaction, type Transaction } from "../db/tenant.ts";
import { record } from "../events/record.ts";
import type { KnownVisitor } from "./find-visitor.ts";
import type { VisitorContact } from "./schemas.ts";

const words: Record<string, string> = { "pt-BR": "Visitante", en: "Visitor", es: "Visitante" };
const isEmail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const generated = /^(Visitante|Visitor) [0-9A-F]{4}$/;

/** A name for somebody who gave none, in the account's language: "Visitante 3F2A". */
export async function visitorName(tx: Transaction, accountId: number, sourceId: string): Promise<string> {
  const account = await tx.account.findUnique({ where: { id: accountId }, select: { locale: true } });
  return `${words[account?.locale ?? ""] ?? words["pt-BR"]} ${sourceId.slice(0, 4).toUpperCase()}`;
}

/**
 * What a visitor, or the site about them, says fills what is empty. It overwrites nothing and finds nobody: an e-mail
 * address typed into a chat proves nothing.
 * @throws AppError invalid_input on `phone`
 */
export async function annotateVisitor(known: KnownVisitor, said: { name?: string | undefined; email?: string | undefined; phone?: string | undefined }, within?: Transaction): Promise<void> {
  await transaction(async (tx) => {
    const where = { accountId_id: { accountId: known.accountId, id: known.contactId } };
    const contact = await tx.contact.findUniqueOrThrow({ where, select: { name: true, email: true, phone: true } });
    const data = {
      ...(said.name && generated.test(contact.name) && { name: said.name }),
      ...(said.email && !contact.email && isEmail.test(said.email) && { email: said.email }),
      ...(said.phone && !contact.phone && { phone: parsePhone(said.phone) }),
    };
    if (Object.keys(data).length === 0) return;
    await tx.contact.update({ where, data, select: { id: true } });
    await record(tx, known, "contact.updated", { contactId: known.contactId });
  }, within);
}

/** What the visitor is known by to themselves; a made-up name counts as none. */
export async function presentVisitorContact(known: KnownVisitor): Promise<VisitorContact> {
  const contact = await db.contact.findUniqueOrThrow({
    where: { accountId_id: { accountId: known.accountId, id: known.contactId } },
    select: { name: true, email: true, phone: true },
  });
  return { ...contact, name: generated.test(contact.name) ? null : contact.name };
}
