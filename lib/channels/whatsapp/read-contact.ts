import type { InboundContact } from "../adapter.ts";
import { record, records, text, type Json } from "./webhook-json.ts";

/**
 * Who a message, call or echo is about. `ids` come from the message itself; the change's `contacts[]` adds the name and the other id.
 * People with a user name may have no phone: then only the business-scoped user id is there. Absent when nobody is named.
 */
export function readContact(ids: { waId?: string; userId?: string }, value: Json): InboundContact | undefined {
  const contacts = records(value.contacts);
  const own = contacts.find((contact) => (ids.waId !== undefined && contact.wa_id === ids.waId) || (ids.userId !== undefined && contact.user_id === ids.userId));
  // A single contact that contradicts nothing names the single sender, even where its ids are spelled otherwise.
  const named = own ?? (contacts.length === 1 && !(contacts[0]!.wa_id && ids.waId) ? contacts[0] : undefined);
  const profile = record(named?.profile);
  return contactOf({ waId: ids.waId ?? text(own?.wa_id), userId: ids.userId ?? text(own?.user_id), name: text(profile.name) ?? text(profile.username) });
}

/** The business-scoped user id first: it stays when a phone is hidden. */
export function contactOf(ids: { waId?: string; userId?: string; name?: string }): InboundContact | undefined {
  const externalIds = [ids.userId, ids.waId].filter((id) => id !== undefined);
  if (externalIds.length === 0) return undefined;
  const phone = ids.waId !== undefined && /^\d{7,15}$/.test(ids.waId) ? `+${ids.waId}` : undefined;
  return { externalIds, ...(ids.name && { name: ids.name }), ...(phone && { phone }) };
}
