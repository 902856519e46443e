import type { SystemActor } from "../auth/actor.ts";
import { storable } from "../db/storable.ts";
import type { Transaction } from "../db/tenant.ts";
import type { ConnectedInbox } from "../inboxes/connected-inbox.ts";
import { logger } from "../logger.ts";
import { applyChange, type MessageChange } from "../messages/apply-change.ts";
import { keepEarlyEvent } from "../messages/apply-early-events.ts";
import { receiveMessage } from "../messages/receive-message.ts";
import { receiveMessages } from "../messages/receive-messages.ts";
import type { InboundEvent, InboundMessage } from "./adapter.ts";
import { adapterOf } from "./registry.ts";

export type Delivery = { id: bigint; rawBody: Uint8Array; attempts: number };
/** What a delivery came to, for the inbox's log: how many of each kind, notices by name. */
export type Outcome = Record<string, number | string[] | string | undefined> & { error?: string };

/**
 * Works off what a provider delivered, in order, in one transaction. Messages are gathered and received together; what
 * happens to one of them (its status, an edit) waits until it is stored.
 */
export async function applyDeliveries(tx: Transaction, inbox: ConnectedInbox, deliveries: Delivery[]): Promise<Outcome[]> {
  const actor: SystemActor = { kind: "system", accountId: inbox.accountId };
  let gathered: { message: InboundMessage; outcome: Outcome }[] = [];
  const receiveGathered = async () => {
    const isNew = await receiveMessages(tx, actor, inbox, gathered.map(({ message }) => message));
    for (const [n, { outcome }] of gathered.entries()) count(outcome, isNew[n] ? "messages" : "repeats");
    gathered = [];
  };

  const outcomes: Outcome[] = [];
  for (const delivery of deliveries) {
    const outcome: Outcome = {};
    outcomes.push(outcome);
    for (const event of inOrder(read(inbox, delivery, outcome))) {
      if (event.kind === "notice") outcome.notices = [...((outcome.notices as string[]) ?? []), event.name].slice(0, 50);
      else if (event.kind === "message") gathered.push({ message: event, outcome });
      else {
        const target = event.kind === "status" || event.kind === "identity" ? event.externalId : event.targetExternalId;
        if (event.kind === "identity" || gathered.some(({ message }) => message.externalId === target)) await receiveGathered();
        count(outcome, await applyEvent(tx, actor, inbox, event));
      }
    }
  }
  await receiveGathered();
  return outcomes;
}

function read(inbox: ConnectedInbox, delivery: Delivery, outcome: Outcome): InboundEvent[] {
  try {
    return storable(adapterOf(inbox.type).parse!(delivery.rawBody, inbox.config));
  } catch (error) {
    // Not even readable: kept as it came, shown in the inbox's log, and can be run again.
    logger.warn({ err: error, inboxId: inbox.id, inboundEventId: String(delivery.id) }, "a provider's delivery could not be read");
    outcome.error = `unreadable: ${(error as Error).message}`.slice(0, 500);
    return [];
  }
}

async function applyEvent(tx: Transaction, actor: SystemActor, inbox: ConnectedInbox, event: MessageChange | Extract<InboundEvent, { kind: "identity" }>): Promise<string> {
  if (event.kind === "identity") {
    const from = { ...event.from, externalIds: [...event.becomes.externalIds, ...event.from.externalIds] };
    const line = { kind: "message" as const, externalId: event.externalId, from: { ...from, ...event.becomes, externalIds: from.externalIds }, content: "", extras: { system: event.note }, sentAt: event.sentAt };
    await receiveMessage(actor, inbox, line, { within: tx });
    return "identities";
  }
  if (await applyChange(tx, actor, inbox.id, event)) return "changes";
  await keepEarlyEvent(tx, actor, inbox.id, event.kind === "status" ? event.externalId : event.targetExternalId, event);
  return "early";
}

/** Messages of one delivery by the provider's own time, and what happens to messages after them. */
function inOrder(events: InboundEvent[]): InboundEvent[] {
  const messages = events.filter((event) => event.kind === "message").sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime());
  return [...messages, ...events.filter((event) => event.kind !== "message")];
}

function count(outcome: Outcome, kind: string): void {
  outcome[kind] = Number(outcome[kind] ?? 0) + 1;
}
