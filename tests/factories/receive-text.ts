import { randomUUID } from "node:crypto";
import type { InboundMessage } from "#lib/channels/adapter.ts";
import { inAccount } from "#lib/db/tenant.ts";
import { receiveMessage, type Received } from "#lib/messages/receive-message.ts";

/** A customer writes: the same `from` goes on in the same conversation. Null when this external id is known. */
export async function receiveText(accountId: number, inboxId: string, input: Partial<Omit<InboundMessage, "kind" | "from">> & { from?: string; name?: string; phone?: string } = {}): Promise<Received | null> {
  const { from = randomUUID(), name = "Carla Cliente", phone, ...message } = input;
  return inAccount(accountId, async () => receiveMessage({ kind: "system", accountId }, { id: inboxId }, {
    kind: "message", externalId: randomUUID(), content: "Olá", sentAt: new Date(), from: { externalIds: [from], name, ...(phone ? { phone } : {}) }, ...message,
  }));
}
