import { Prisma } from "#prisma/generated/client.ts";
import type { z } from "zod";
import type { Actor } from "../auth/actor.ts";
import { transaction, type Transaction } from "../db/tenant.ts";
import { AppError } from "../errors.ts";
import { record } from "../events/record.ts";
import { newId } from "../ids.ts";
import { parsePhone } from "./parse-phone.ts";
import { presentContact } from "./present-contact.ts";
import type { ContactView, newContactInput } from "./schemas.ts";

/**
 * A contact, with an identity on an inbox when `inboxId` and `sourceId` are given: repeating those answers the contact that
 * has them already, unchanged.
 * @throws AppError invalid_input
 */
export async function createContact(actor: Actor, input: z.output<typeof newContactInput>): Promise<ContactView> {
  const { accountId } = actor;
  const phone = parsePhone(input.phone);
  return transaction(async (tx) => {
    const identity = await readIdentity(tx, actor, input);
    const known = identity && (await contactOf(tx, accountId, identity));
    if (known) return presentContact(tx, actor, known);
    const id = newId();
    await tx.contact.create({
      data: { accountId, id, name: input.name, phone, email: input.email ?? null, company: input.company || null, jobTitle: input.jobTitle || null },
      select: { id: true },
    });
    if (identity) await tx.contactInbox.create({ data: { accountId, id: newId(), contactId: id, ...identity }, select: { id: true } });
    await record(tx, actor, "contact.updated", { contactId: id });
    return presentContact(tx, actor, id);
  });
}

type Identity = { inboxId: string; sourceId: string };

async function readIdentity(tx: Transaction, actor: Actor, { inboxId, sourceId }: Partial<Identity>): Promise<Identity | null> {
  if (!inboxId && !sourceId) return null;
  if (!inboxId || !sourceId) throw invalid(inboxId ? "sourceId" : "inboxId", "Give inboxId and sourceId together, or neither.");
  const sees = actor.kind !== "agent" || actor.inboxIds === null || actor.inboxIds.includes(inboxId);
  const exists = sees && (await tx.inbox.count({ where: { accountId: actor.accountId, id: inboxId } }));
  if (!exists) throw invalid("inboxId", "There is no such inbox.");
  return { inboxId, sourceId };
}

/** Under a lock on the identity, so that two first requests make one contact. */
async function contactOf(tx: Transaction, accountId: number, { inboxId, sourceId }: Identity): Promise<string | null> {
  await tx.$queryRaw(Prisma.sql`select pg_advisory_xact_lock(hashtextextended(${`${accountId} ${inboxId} ${sourceId}`}, 1))::text`);
  const row = await tx.contactInbox.findUnique({ where: { accountId_inboxId_sourceId: { accountId, inboxId, sourceId } }, select: { contactId: true } });
  return row?.contactId ?? null;
}

function invalid(path: string, message: string): AppError {
  return new AppError("invalid_input", message, { details: [{ path, message }] });
}
