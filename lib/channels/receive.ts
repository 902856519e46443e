import { isOutage } from "../db/is-outage.ts";
import { systemQuery } from "../db/system.ts";
import { db, inAccount, transaction } from "../db/tenant.ts";
import { failpoint } from "../failpoint.ts";
import { findConnectedInbox, type ConnectedInbox } from "../inboxes/connected-inbox.ts";
import { logger } from "../logger.ts";
import { applyDeliveries, type Delivery } from "./apply-deliveries.ts";

const batchSize = 50;
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
        // Fewer than asked for were all; whoever stores another one calls again.
        if (locked || taken < size) return;
        size = batchSize;
      } catch (error) {
        // Too much for one transaction's time, or one of them is broken: take them one by one.
        if (size > 1 && !isGone(error)) size = 1;
        // No fault of the delivery: it keeps its place, and the sweep comes back to it.
        else if (isOutage(error)) throw error;
        else await postpone(inbox, error as Error);
      }
    }
  });
}

/** The database itself is away; a transaction that ran out of its time is not that. */
function isGone(error: unknown): boolean {
  return isOutage(error) && (error as { code?: string }).code !== "P2028";
}

async function receiveBatch(inbox: ConnectedInbox, size: number): Promise<{ taken: number; locked: boolean }> {
  return transaction(async (tx) => {
    const [lane] = await tx.$queryRaw<{ mine: boolean }[]>`select pg_try_advisory_xact_lock(hashtextextended(${`lane ${inbox.accountId} ${inbox.id}`}, 2)) as mine`;
    if (!lane!.mine) return { taken: 0, locked: true };
    const deliveries = await tx.$queryRaw<Delivery[]>`
      select id, raw_body as "rawBody", attempts from inbound_events
      where account_id = ${inbox.accountId} and inbox_id = ${inbox.id}::uuid and processed_at is null and (retry_at is null or retry_at <= now())
      order by id limit ${size}`;
    if (!deliveries.length) return { taken: 0, locked: false };
    failpoint("before-receive");
    const outcomes = await applyDeliveries(tx, inbox, deliveries);
    const done = deliveries.map((delivery, n) => ({ id: Number(delivery.id), outcome: outcomes[n], error: outcomes[n]!.error ?? null }));
    await tx.$executeRaw`update inbound_events e set processed_at = now(), outcome = d.outcome, error = d.error
      from jsonb_to_recordset(${JSON.stringify(done)}::jsonb) as d(id bigint, outcome jsonb, error text) where e.account_id = ${inbox.accountId} and e.id = d.id`;
    failpoint("before-receive-commit");
    return { taken: deliveries.length, locked: false };
  });
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
