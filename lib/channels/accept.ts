import { createHash } from "node:crypto";
import { AppError, notFound } from "../errors.ts";
import { systemQuery } from "../db/system.ts";
import { failpoint } from "../failpoint.ts";
import { findConnectedInbox, findInboxByToken, type ConnectedInbox } from "../inboxes/connected-inbox.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { ChannelType, DoorRequest, DoorResponse } from "./adapter.ts";
import { adapterOf } from "./registry.ts";
import { storeDelivery } from "./store-delivery.ts";

/** Meta's webhooks are at most 3 MB. */
export const maxDoorBytes = 4_000_000;

/**
 * The one door for every provider. Verified over the raw bytes, stored, answered: one insert, and what was acknowledged
 * is worked on by lib/channels/receive whatever dies meanwhile. The same delivery twice is one row.
 * @throws AppError not_found, method_not_allowed, invalid_signature
 */
export async function acceptAtDoor(channel: string, token: string, request: DoorRequest): Promise<DoorResponse> {
  const inbox = await findInboxByToken(token);
  if (!inbox || inbox.type !== (channel as ChannelType)) throw notFound();
  const adapter = adapterOf(inbox.type);
  if (request.method === "GET") {
    if (!adapter.handshake) throw new AppError("method_not_allowed", "This channel has no handshake.");
    return adapter.handshake(request, inbox.config);
  }
  if (!adapter.verify || !adapter.parse) throw notFound();
  if (!adapter.verify(request, inbox.config)) throw new AppError("invalid_signature", "The signature does not match: compare the app secret in the inbox settings with the provider's.");

  const delivery = { bodyHash: createHash("sha256").update(request.rawBody).digest(), rawBody: Buffer.from(request.rawBody) };
  const addressed = [inbox, ...(await othersAddressed(inbox, request.rawBody))];
  await Promise.all(addressed.map((each) => storeDelivery(each, delivery)));
  failpoint("after-door-stored");
  void enqueue("receive-inbound", addressed.map(({ accountId, id }) => ({ accountId, inboxId: id })));
  return { status: 200, body: "" };
}

/** Meta calls one address for all numbers of an app: the account's other inboxes that a delivery names get it too. */
async function othersAddressed(inbox: ConnectedInbox, rawBody: Uint8Array): Promise<{ accountId: number; id: string }[]> {
  const { address } = adapterOf(inbox.type);
  const named = address?.named(rawBody).filter((name) => name !== address.of(inbox.config)) ?? [];
  if (!named.length) return [];
  const siblings = await systemQuery<{ id: string }>("select id from inboxes where account_id = $1 and channel_type = $2 and id <> $3", [inbox.accountId, inbox.type, inbox.id]);
  const connected = await Promise.all(siblings.map(({ id }) => findConnectedInbox(inbox.accountId, id)));
  return connected.filter((other) => other !== null).filter((other) => named.includes(address!.of(other.config)));
}
