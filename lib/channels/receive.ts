import type { SystemActor } from "../auth/actor.ts";
import { systemQuery } from "../db/system.ts";
import { db, inAccount, transaction, type Transaction } from "../db/tenant.ts";
import { findConnectedInbox, type ConnectedInbox } from "../inboxes/connected-inbox.ts";
import { logger } from "../logger.ts";
import { failpoint } from "../failpoint.ts";
import { applyChange } from "../messages/apply-change.ts";
import { keepEarlyEvent } from "../messages/apply-early-events.ts";
import { receiveMessage } from "../messages/receive-message.ts";
import type { InboundEvent } from "./adapter.ts";
import { adapterOf } from "./registry.ts";

type Delivery = { id: bigint; rawBody: Uint8Array; attempts: number };

const batchSize = 40;
/** Pause before trying a delivery again that failed, in seconds. */
const pauses = [1, 5, 30, 300, 3600];

/**
 * Works off what the door stored for one inbox, in the order it came. An inbox is a lane: one worker at a time is in it
 * (advisory lock of the transaction), so a customer's messages keep their order. Many deliveries share a transaction; when
 * one of them fails they are taken one by one, and the failing one waits while the others go on.
 */
export async function receiveInbound({ accountId, inboxId }: { accountId: number; inboxId: string }): Promise<void> {
  const inbox = await findConnectedInbox(accountId, inboxId);
  if (!inbox) return;
  await inAccount(accountId, async () => {
    let size = batchSize;
    for (;;) {
      try {
        const { taken, locked } = await receiveBatch(inbox, size);
        if (locked || taken === 0) return;
        size = batchSize;
      } catch (error) {
        if (size === 1) await postpone(inbox, error as Error);
        else size = 1;
      }
    }
  });
}

async function receiveBatch(inbox: ConnectedInbox, size: number): Promise<{ taken: number; locked: boolean }> {
  return transaction(async (tx) => {
    const [lane] = await tx.$queryRaw<{ mine: boolean }[]>`select pg_try_advisory_xact_lock(hashtextextended(${`lane ${inbox.accountId} ${inbox.id}`}, 2)) as mine`;
    if (!lane!.mine) return { taken: 0, locked: true };
    const deliveries = await tx.$queryRaw<Delivery[]>`
      select id, raw_body as "rawBody", attempts from inbound_events
      where account_id = ${inbox.accountId} and inbox_id = ${inbox.id}::uuid and processed_at is null and (retry_at is null or retry_at <= now())
      order by id limit ${size}`;
    for (const delivery of deliveries) {
      failpoint("before-receive");
      const outcome = await receiveDelivery(tx, inbox, delivery);
      await tx.$executeRaw`update inbound_events set processed_at = now(), outcome = ${JSON.stringify(outcome)}::jsonb, error = ${outcome.error ?? null}
        where account_id = ${inbox.accountId} and id = ${delivery.id}`;
    }
    failpoint("before-receive-commit");
    return { taken: deliveries.length, locked: false };
  });
}

type Outcome = Record<string, number | string[] | string | undefined> & { error?: string };

async function receiveDelivery(tx: Transaction, inbox: ConnectedInbox, delivery: Delivery): Promise<Outcome> {
  let events: InboundEvent[];
  try {
    events = adapterOf(inbox.type).parse!(delivery.rawBody, inbox.config);
  } catch (error) {
    // Not even readable: kept as it came, shown in the inbox's log, and can be run again.
    logger.warn({ err: error, inboxId: inbox.id, inboundEventId: String(delivery.id) }, "a provider's delivery could not be read");
    return { error: `unreadable: ${(error as Error).message}`.slice(0, 500) };
  }
  const actor: SystemActor = { kind: "system", accountId: inbox.accountId };
  const outcome: Outcome = {};
  const add = (kind: string) => (outcome[kind] = Number(outcome[kind] ?? 0) + 1);
  for (const event of inOrder(events)) {
    if (event.kind === "notice") outcome.notices = [...((outcome.notices as string[]) ?? []), event.name].slice(0, 50);
    else add(await receiveEvent(tx, actor, inbox, event));
  }
  return outcome;
}

async function receiveEvent(tx: Transaction, actor: SystemActor, inbox: ConnectedInbox, event: Exclude<InboundEvent, { kind: "notice" }>): Promise<string> {
  if (event.kind === "message") return (await receiveMessage(actor, inbox, event, { within: tx })) ? "messages" : "repeats";
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

async function postpone(inbox: ConnectedInbox, error: Error): Promise<void> {
  const [next] = await db.$queryRaw<{ id: bigint; attempts: number }[]>`
    select id, attempts from inbound_events where account_id = ${inbox.accountId} and inbox_id = ${inbox.id}::uuid and processed_at is null and (retry_at is null or retry_at <= now())
    order by id limit 1`;
  if (!next) return;
  const pause = pauses[Math.min(next.attempts, pauses.length - 1)]!;
  logger.error({ err: error, inboxId: inbox.id, inboundEventId: String(next.id), pause }, "a delivery could not be worked off and will be tried again");
  await db.$executeRaw`update inbound_events set attempts = attempts + 1, retry_at = now() + make_interval(secs => ${pause}), error = ${error.message.slice(0, 500)}
    where account_id = ${inbox.accountId} and id = ${next.id}`;
}

/** Inboxes with deliveries nobody has worked off. */
export async function owedInbound(): Promise<{ accountId: number; inboxId: string }[]> {
  return systemQuery(`select distinct account_id as "accountId", inbox_id as "inboxId" from inbound_events
    where processed_at is null and received_at < now() - interval '1 second' and (retry_at is null or retry_at <= now()) limit 1000`);
}
