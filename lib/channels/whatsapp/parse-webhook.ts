import type { InboundEvent } from "../adapter.ts";
import type { WhatsappConfig } from "./config.ts";
import { parseMessage } from "./parse-message.ts";
import { parseStatus } from "./parse-status.ts";
import { parseUserIdUpdate } from "./parse-identity.ts";
import { readContact } from "./read-contact.ts";
import { readBody, record, records, text, time, type Json } from "./webhook-json.ts";

/**
 * One POST of Meta's webhook: every entry, change, message, echo and status of it. What carries nothing for a conversation is a
 * `notice`, what is not understood an `unsupported` message: nothing is dropped silently.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components
 * @throws ChannelError rejected/unparseable when the body is not JSON
 */
export function parseWebhook(rawBody: Uint8Array, config: WhatsappConfig): InboundEvent[] {
  const body = record(readBody(rawBody));
  if (body.object !== "whatsapp_business_account") return [notice(`object ${text(body.object) ?? "missing"}`)];
  const events = records(body.entry).flatMap((entry) => records(entry.changes).flatMap((change) => parseChange(change, config)));
  return events.length > 0 ? events : [notice("empty")];
}

/** The numbers a delivery is for (`metadata.phone_number_id`); none when it cannot be read. */
export function phoneNumbersIn(rawBody: Uint8Array): string[] {
  try {
    const changes = records(record(readBody(rawBody)).entry).flatMap((entry) => records(entry.changes));
    return [...new Set(changes.map((change) => text(record(record(change.value).metadata).phone_number_id)).filter((id) => id !== undefined))];
  } catch {
    return [];
  }
}

function parseChange(change: Json, config: WhatsappConfig): InboundEvent[] {
  const field = text(change.field) ?? "missing";
  const value = record(change.value);
  const phoneNumberId = text(record(value.metadata).phone_number_id);
  if (phoneNumberId !== undefined && phoneNumberId !== config.phoneNumberId) return [notice(`${field} of another number (${phoneNumberId})`)];

  const events = parts(field, value);
  const errors = records(value.errors).map((error) => notice(`error ${text(error.code) ?? "?"}: ${text(record(error.error_data).details) ?? text(error.title) ?? ""}`));
  const all = [...events, ...errors];
  return all.length > 0 ? all : [notice([field, text(value.event)].filter(Boolean).join(" "))];
}

function parts(field: string, value: Json): InboundEvent[] {
  switch (field) {
    case "messages":
    case "smb_message_echoes":
      return [
        ...records(value.messages).map((message) => parseMessage(message, value, false)),
        ...records(value.message_echoes).map((message) => parseMessage(message, value, true)),
        ...records(value.statuses).map(parseStatus),
      ];
    case "user_id_update":
      return records(value.user_id_update).map((update) => parseUserIdUpdate(update, value));
    case "calls":
      return [...records(value.calls).map((call) => parseCall(call, value)), ...records(value.statuses).map(() => notice("call status"))];
    default:
      // Account, template and quality news, groups, history and contact sync of coexistence, marketing preferences…
      return [];
  }
}

/** A customer who rings is shown in the conversation; the rest of a call's life is not ours yet. */
function parseCall(call: Json, value: Json): InboundEvent {
  const externalId = text(call.id);
  const from = readContact({ waId: text(call.from), userId: text(call.from_user_id) }, value);
  if (call.event !== "connect" || call.direction !== "USER_INITIATED" || !externalId || !from) return notice(`call ${text(call.event) ?? "event"}`);
  return { kind: "message", externalId, from, content: "", extras: { unsupported: { type: "call", raw: call } }, sentAt: time(call.timestamp) };
}

const notice = (name: string): InboundEvent => ({ kind: "notice", name });
