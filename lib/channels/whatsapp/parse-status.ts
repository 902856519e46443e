import type { InboundEvent } from "../adapter.ts";
import { failureOf } from "./graph-error.ts";
import { record, records, text, time, type Json } from "./webhook-json.ts";

const known = { sent: "sent", delivered: "delivered", read: "read", played: "read", failed: "failed" } as const;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `deleted` and `warning` (older API versions), groups and whatever comes next carry no tick: notices. */
export function parseStatus(status: Json): InboundEvent {
  const externalId = text(status.id);
  const word = text(status.status) ?? "missing";
  if (!externalId || !Object.hasOwn(known, word) || status.recipient_type === "group") return { kind: "notice", name: `status ${word}` };
  // Other software may send from the same number with marks of its own: ours are message ids.
  const mark = text(status.biz_opaque_callback_data);
  const error = records(status.errors)[0];
  return {
    kind: "status", externalId, status: known[word as keyof typeof known], sentAt: time(status.timestamp),
    ...(error && word === "failed" && { error: failureOf(record(error)) }),
    ...(mark && uuid.test(mark) && { messageId: mark }),
  };
}
