import type { SystemActor } from "../auth/actor.ts";
import { clock } from "../clock.ts";
import { systemQuery } from "../db/system.ts";
import { db, inAccount, transaction } from "../db/tenant.ts";
import { record } from "../events/record.ts";
import { failpoint } from "../failpoint.ts";
import { findConnectedInbox, type ConnectedInbox } from "../inboxes/connected-inbox.ts";
import { noteInboxHealth } from "../inboxes/note-inbox-health.ts";
import { logger } from "../logger.ts";
import { applyEarlyEvents, applyMissedEvents } from "../messages/apply-early-events.ts";
import { markLastMessage } from "../messages/apply-change.ts";
import { keepParts } from "../messages/keep-parts.ts";
import { ChannelError, type SendResult } from "./adapter.ts";
import { loadOutgoing } from "./load-outgoing.ts";
import { adapterOf } from "./registry.ts";
import { safeFetch } from "./safe-fetch.ts";

/** How long a send may take before nobody knows its outcome, in seconds. */
const leaseSeconds = 90;
/** A send is broken off before that, so that two workers never hold the same message. */
const sendSeconds = 80;
/** Pauses of a message the provider could not take now, in seconds: about a day in all, then it fails. */
const pauses = [5, 15, 60, 300, 900, 3600, 3 * 3600, 6 * 3600, 12 * 3600];

type Claimed = { id: string; conversationId: string; attempts: number; externalId: string | null };

/** Sends what waits in one conversation, in order, one after the other. Only its first unsent message may go. */
export async function deliverMessages({ accountId, conversationId }: { accountId: number; conversationId: string }): Promise<void> {
  await inAccount(accountId, async () => {
    await settleLost(accountId, conversationId);
    for (;;) {
      const claimed = await claimHead(accountId, conversationId);
      if (!claimed) return;
      if (!(await sendOne({ kind: "system", accountId }, claimed))) return;
    }
  });
}

/** One statement: the head is claimed only when nothing of the conversation is under way and the inbox is not paused. */
async function claimHead(accountId: number, conversationId: string): Promise<Claimed | null> {
  const rows = await transaction((tx) => tx.$queryRaw<Claimed[]>`
    with head as (
      select m.account_id, m.id from messages m
      where m.account_id = ${accountId} and m.conversation_id = ${conversationId}::uuid and m.status in ('queued', 'sending')
      order by m.seq limit 1 for update)
    update messages m set status = 'sending', attempts = m.attempts + 1, lease_until = now() + make_interval(secs => ${leaseSeconds})
    from head, inboxes i
    where m.account_id = head.account_id and m.id = head.id and m.status = 'queued' and (m.retry_at is null or m.retry_at <= now())
      and i.account_id = m.account_id and i.id = m.inbox_id and (i.delivery_paused_until is null or i.delivery_paused_until <= now())
    returning m.id, m.conversation_id as "conversationId", m.attempts, m.external_id as "externalId"`);
  return rows[0] ?? null;
}

/** @returns whether the next message of the conversation may follow now */
async function sendOne(actor: SystemActor, claimed: Claimed): Promise<boolean> {
  const prepared = await prepare(actor, claimed);
  if (!prepared) return false;
  const { loaded, inbox } = prepared;
  failpoint("before-send");
  let result: SendResult;
  try {
    result = await adapterOf(inbox!.type).send(loaded.message, inbox!.config, { fetch: safeFetch, signal: AbortSignal.timeout(sendSeconds * 1000) });
  } catch (error) {
    return await noteFailure(actor, claimed, inbox!, error);
  }
  failpoint("after-send-before-commit");
  const externalIds = [result.externalId, ...(result.furtherExternalIds ?? [])];
  await transaction(async (tx) => {
    if (externalIds.length > 1) await keepParts(tx, actor.accountId, claimed.id, externalIds, { count: true });
    // The provider's first status may have come before its answer: what it told stays.
    const [row] = await tx.$queryRaw<{ status: string }[]>`update messages set external_id = ${result.externalId}, lease_until = null,
      error = case when status = 'failed' then error end, status = case when status in ('queued', 'sending', 'unknown') then 'sent' else status end
      where account_id = ${actor.accountId} and id = ${claimed.id}::uuid returning status`;
    await markLastMessage(tx, actor.accountId, claimed, row!.status);
    for (const externalId of externalIds) await applyEarlyEvents(tx, actor, inbox!.id, externalId);
    await record(tx, actor, "message.updated", { conversationId: claimed.conversationId, messageId: claimed.id, changed: ["status"] });
  });
  await applyMissedEvents(actor, inbox!.id, externalIds);
  if (inbox!.healthState !== "ok") await noteInboxHealth(actor, inbox!.id, { state: "ok", detail: null, pauseSeconds: 0 });
  return true;
}

/** What there is to send, and through which inbox. Nothing has left yet: when it cannot be read, it waits in its place. */
async function prepare(actor: SystemActor, claimed: Claimed) {
  try {
    const loaded = await loadOutgoing(actor.accountId, claimed.id);
    return { loaded, inbox: await findConnectedInbox(actor.accountId, loaded.inboxId) };
  } catch (error) {
    logger.warn({ err: error, messageId: claimed.id }, "a message could not be prepared; it waits");
    await settle(actor, claimed, "queued", { code: "not_prepared", message: "Waiting for the database." }, 5);
    return null;
  }
}

/** The one place that decides what a provider's refusal means. */
async function noteFailure(actor: SystemActor, claimed: Claimed, inbox: ConnectedInbox, error: unknown): Promise<boolean> {
  const failure = error instanceof ChannelError ? error : new ChannelError("rejected", "internal", "The message could not be prepared for sending.", { cause: error });
  if (!(error instanceof ChannelError)) logger.error({ err: error, messageId: claimed.id }, "a channel failed in an unknown way");
  const pause = failure.retryAfterSeconds ?? jittered(pauses[Math.min(claimed.attempts, pauses.length) - 1]!);

  if (failure.kind === "unauthorised") {
    await noteInboxHealth(actor, inbox.id, { state: "unauthorised", detail: failure.message, pauseSeconds: 600 });
    await settle(actor, claimed, "queued", failure, 0);
    return false;
  }
  if (failure.kind === "throttled") {
    const wholeInbox = failure.scope === "inbox";
    if (wholeInbox) await noteInboxHealth(actor, inbox.id, { state: "throttled", detail: failure.message, pauseSeconds: pause });
    await settle(actor, claimed, "queued", failure, wholeInbox ? 0 : pause);
    return false;
  }
  if (failure.kind === "retry" && claimed.attempts <= pauses.length) {
    await settle(actor, claimed, "queued", failure, pause);
    return false;
  }
  if (failure.kind === "unknown" && adapterOf(inbox.type).capabilities.idempotentSend && claimed.attempts <= pauses.length) {
    await settle(actor, claimed, "queued", failure, pause);
    return false;
  }
  await settle(actor, claimed, failure.kind === "unknown" ? "unknown" : "failed", failure, 0);
  if (failure.taken.length) await transaction(async (tx) => {
    await keepParts(tx, actor.accountId, claimed.id, failure.taken, { count: false });
    for (const externalId of failure.taken) await applyEarlyEvents(tx, actor, inbox.id, externalId);
  });
  return true;
}

async function settle(actor: SystemActor, claimed: Pick<Claimed, "id" | "conversationId">, status: "queued" | "failed" | "unknown", failure: { code: string; message: string }, pauseSeconds: number): Promise<void> {
  const error = JSON.stringify({ code: failure.code, message: failure.message });
  const retryAt = status === "queued" ? new Date(clock.now().getTime() + pauseSeconds * 1000) : null;
  await transaction(async (tx) => {
    const changed = await tx.$executeRaw`update messages set status = ${status}, error = ${error}::jsonb, retry_at = ${retryAt}, lease_until = null
      where account_id = ${actor.accountId} and id = ${claimed.id}::uuid and status = 'sending'`;
    if (!changed) return;
    if (status !== "queued") await markLastMessage(tx, actor.accountId, claimed, "failed");
    await record(tx, actor, "message.updated", { conversationId: claimed.conversationId, messageId: claimed.id, changed: ["status"] });
  });
}

/** A worker died while sending. Only a provider that takes our id as idempotency key is asked again; else nobody knows. */
async function settleLost(accountId: number, conversationId: string): Promise<void> {
  const lost = await db.$queryRaw<(Claimed & { inboxId: string })[]>`
    select id, conversation_id as "conversationId", attempts, external_id as "externalId", inbox_id as "inboxId" from messages
    where account_id = ${accountId} and conversation_id = ${conversationId}::uuid and status = 'sending' and lease_until < now()`;
  for (const message of lost) {
    const inbox = await findConnectedInbox(accountId, message.inboxId);
    const again = adapterOf(inbox!.type).capabilities.idempotentSend;
    await settle({ kind: "system", accountId }, message, again ? "queued" : "unknown", { code: "delivery_unknown", message: "The connection broke while sending: it may have arrived or not." }, 0);
  }
}

function jittered(seconds: number): number {
  return seconds * (0.8 + Math.random() * 0.4);
}

/** Conversations with messages that wait and have no job. */
export async function owedDeliveries(): Promise<{ accountId: number; conversationId: string }[]> {
  return systemQuery(`select distinct m.account_id as "accountId", m.conversation_id as "conversationId" from messages m
    join inboxes i on i.account_id = m.account_id and i.id = m.inbox_id
    where m.status in ('queued', 'sending') and (m.retry_at is null or m.retry_at <= now()) and (m.status = 'queued' or m.lease_until < now())
      and (i.delivery_paused_until is null or i.delivery_paused_until <= now()) limit 1000`);
}
