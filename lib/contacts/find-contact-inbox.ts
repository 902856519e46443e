import type { Actor } from "../auth/actor.ts";
import type { InboundContact } from "../channels/adapter.ts";
import { phoneChannels } from "../channels/registry.ts";
import { phoneTwins } from "./phone-twins.ts";
import { beginningOf } from "../db/storable.ts";
import type { Transaction } from "../db/tenant.ts";
import { record } from "../events/record.ts";
import { newId } from "../ids.ts";

export type FoundContact = { contactInboxId: string; contactId: string; name: string };

/**
 * The contact behind the ids a provider gave, made when new. All ids of one person end up with one contact: the first id
 * (the most lasting) decides, and what an id used to belong to moves there. A contact with the same phone on another
 * inbox is the same person.
 */
export async function findOrCreateContactInbox(tx: Transaction, actor: Actor, inboxId: string, from: InboundContact): Promise<FoundContact> {
  const find = () => tx.$queryRaw<(FoundContact & { sourceId: string })[]>`
    select ci.id as "contactInboxId", ci.contact_id as "contactId", k.name, ci.source_id as "sourceId"
    from contact_inboxes ci join contacts k on k.account_id = ci.account_id and k.id = ci.contact_id
    where ci.account_id = ${actor.accountId} and ci.inbox_id = ${inboxId}::uuid and ci.source_id = any(${from.externalIds})
    order by array_position(${from.externalIds}::text[], ci.source_id)`;

  let known = await find();
  if (known.length < from.externalIds.length) {
    // Two first messages of one person at once: the second waits here and finds what the first made.
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`${actor.accountId} ${inboxId} ${from.externalIds[0]}`}, 1))::text`;
    known = await find();
  }
  const contactId = known[0]?.contactId ?? (await contactByPhone(tx, actor.accountId, from.phone)) ?? (await createFrom(tx, actor, from));
  for (const other of known) if (other.contactId !== contactId) await moveContactInbox(tx, actor.accountId, inboxId, other, contactId);
  for (const sourceId of from.externalIds) {
    if (known.some((row) => row.sourceId === sourceId)) continue;
    await tx.contactInbox.create({ data: { accountId: actor.accountId, id: newId(), contactId, inboxId, sourceId } });
  }
  if (known.length === from.externalIds.length && !isNews(known[0]!, from)) return { ...known[0]!, contactId };
  const [first] = await find();
  if (known[0] && isNews(known[0], from)) {
    await tx.contact.update({ where: { accountId_id: { accountId: actor.accountId, id: contactId } }, data: { name: from.name! } });
    await record(tx, actor, "contact.updated", { contactId });
    first!.name = from.name!;
  }
  return first!;
}

/** A name for someone who was only a number until now. What an agent has written stays. */
function isNews(known: FoundContact, from: InboundContact): boolean {
  return Boolean(from.name) && known.name !== from.name && (known.name === from.phone || /^\+?\d+$/.test(known.name));
}

async function contactByPhone(tx: Transaction, accountId: number, phone: string | undefined): Promise<string | null> {
  if (!phone) return null;
  // A number that somebody only typed into a website chat proves nothing: such a contact is not taken for its owner.
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select k.id from contacts k where k.account_id = ${accountId} and k.phone = any(${phoneTwins(phone)})
      and (exists (select 1 from contact_inboxes ci join inboxes i on i.account_id = ci.account_id and i.id = ci.inbox_id
          where ci.account_id = k.account_id and ci.contact_id = k.id and i.channel_type = any(${phoneChannels()}))
        or not exists (select 1 from contact_inboxes ci where ci.account_id = k.account_id and ci.contact_id = k.id))
    order by k.created_at limit 1`;
  return rows[0]?.id ?? null;
}

async function createFrom(tx: Transaction, actor: Actor, from: InboundContact): Promise<string> {
  const id = newId();
  await tx.contact.create({ data: { accountId: actor.accountId, id, name: beginningOf(from.name || from.phone || from.email || from.externalIds[0]!, 200), phone: from.phone ?? null, email: from.email ?? null } });
  return id;
}

async function moveContactInbox(tx: Transaction, accountId: number, inboxId: string, from: FoundContact, contactId: string): Promise<void> {
  await tx.$executeRaw`update contact_inboxes set contact_id = ${contactId}::uuid where account_id = ${accountId} and id = ${from.contactInboxId}::uuid`;
  await tx.$executeRaw`update conversations set contact_id = ${contactId}::uuid where account_id = ${accountId} and contact_id = ${from.contactId}::uuid and inbox_id = ${inboxId}::uuid`;
}
