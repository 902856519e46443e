import type { InboundEvent } from "../adapter.ts";
import { contactOf, readContact } from "./read-contact.ts";
import { record, text, time, type Json } from "./webhook-json.ts";

/** `system` messages: a changed number or user id moves the contact; anything else is a line in the conversation. */
export function parseSystem(message: Json, value: Json): InboundEvent {
  const system = record(message.system);
  const externalId = text(message.id);
  const note = text(system.body) ?? "";
  const ids = { waId: text(message.from), userId: text(message.from_user_id) };
  const from = readContact(ids, value);
  const sentAt = time(message.timestamp);

  if (system.type === "user_changed_number" && from && externalId) {
    const becomes = contactOf({ waId: text(system.wa_id), userId: text(system.user_id) });
    if (becomes) return { kind: "identity", from, becomes, note, externalId, sentAt };
  }
  if (system.type === "user_changed_user_id") {
    const current = text(system.user_id);
    // The old id stands in the sentence alone: "User A changed from US.1 to US.2".
    const told = /^.*\bfrom (\S+) to (\S+)$/s.exec(note);
    const previous = ids.userId ?? (told?.[2] === current ? told?.[1] : undefined);
    if (current && previous) return changedUserId({ previous, current, waId: ids.waId, name: from?.name, note, sentAt });
  }
  const about = from ?? contactOf({ waId: text(system.wa_id), userId: text(system.user_id) });
  if (!about || !externalId) return { kind: "notice", name: `system ${text(system.type) ?? ""}`.trim() };
  if (!note) return { kind: "message", externalId, from: about, content: "", extras: { unsupported: { type: "system", raw: message } }, sentAt };
  return { kind: "message", externalId, from: about, content: "", extras: { system: note }, sentAt };
}

/** Field `user_id_update`: the same fact as the system message, with the old id spelled out. */
export function parseUserIdUpdate(update: Json, value: Json): InboundEvent {
  const ids = record(update.user_id);
  const [previous, current] = [text(ids.previous), text(ids.current)];
  if (!previous || !current) return { kind: "notice", name: "user_id_update" };
  const waId = text(update.wa_id);
  const name = readContact({ waId, userId: current }, value)?.name;
  return changedUserId({ previous, current, waId, name, note: text(update.detail) ?? "", sentAt: time(update.timestamp) });
}

function changedUserId(change: { previous: string; current: string; waId?: string; name?: string; note: string; sentAt: Date }): InboundEvent {
  const { previous, current, waId, name, note, sentAt } = change;
  return {
    kind: "identity", note, sentAt,
    from: contactOf({ userId: previous, waId, name })!,
    becomes: contactOf({ userId: current, waId, name })!,
    // Told twice (as message and as field): one name, so that it counts once.
    externalId: `user_id:${previous}>${current}`,
  };
}
