import type { Actor } from "../auth/actor.ts";
import type { InboundEvent } from "../channels/adapter.ts";
import { afterCommit, db, inAccount, transaction, type Transaction } from "../db/tenant.ts";
import { newId } from "../ids.ts";
import { logger } from "../logger.ts";
import { applyChange, type MessageChange } from "./apply-change.ts";

/** A status, edit or reaction came before its message: it waits by the provider's id. */
export async function keepEarlyEvent(tx: Transaction, actor: Actor, inboxId: string, externalId: string, event: InboundEvent): Promise<void> {
  await tx.earlyEvent.create({ data: { accountId: actor.accountId, id: newId(), inboxId, externalId, event: JSON.parse(JSON.stringify(event)) } });
  afterCommit(() => void applyMissedEvents(actor, inboxId, [externalId]));
}

/**
 * Message and news of it may be written at the same moment, neither seeing the other: each looks again after its commit, so
 * that whoever comes second finds both.
 */
export async function applyMissedEvents(actor: Actor, inboxId: string, externalIds: string[]): Promise<void> {
  try {
    await inAccount(actor.accountId, async () => {
      const waiting = await db.earlyEvent.findMany({ where: { accountId: actor.accountId, inboxId, externalId: { in: externalIds } }, distinct: ["externalId"], select: { externalId: true } });
      for (const { externalId } of waiting) await transaction((tx) => applyEarlyEvents(tx, actor, inboxId, externalId));
    });
  } catch (error) {
    logger.warn({ err: error, inboxId }, "news of a message could not be applied");
  }
}

/** Applies what has waited for this message, in the order it came. */
export async function applyEarlyEvents(tx: Transaction, actor: Actor, inboxId: string, externalId: string): Promise<void> {
  const waiting = await tx.earlyEvent.findMany({ where: { accountId: actor.accountId, inboxId, externalId }, orderBy: { id: "asc" } });
  for (const { event, id } of waiting) {
    const kept = event as unknown as MessageChange;
    const applied = await applyChange(tx, actor, inboxId, { ...kept, sentAt: new Date(kept.sentAt) });
    if (applied) await tx.earlyEvent.deleteMany({ where: { accountId: actor.accountId, id } });
  }
}
