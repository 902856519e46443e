import type { Actor } from "../auth/actor.ts";
import type { InboundEvent } from "../channels/adapter.ts";
import type { Transaction } from "../db/tenant.ts";
import { newId } from "../ids.ts";
import { applyChange, type MessageChange } from "./apply-change.ts";

/** A status, edit or reaction came before its message: it waits by the provider's id. */
export async function keepEarlyEvent(tx: Transaction, actor: Actor, inboxId: string, externalId: string, event: InboundEvent): Promise<void> {
  await tx.earlyEvent.create({ data: { accountId: actor.accountId, id: newId(), inboxId, externalId, event: JSON.parse(JSON.stringify(event)) } });
}

/** Applies what has waited for this message, in the order it came. */
export async function applyEarlyEvents(tx: Transaction, actor: Actor, inboxId: string, externalId: string): Promise<void> {
  const waiting = await tx.earlyEvent.findMany({ where: { accountId: actor.accountId, inboxId, externalId }, orderBy: { id: "asc" } });
  for (const { event, id } of waiting) {
    const kept = event as unknown as MessageChange;
    const applied = await applyChange(tx, actor, inboxId, { ...kept, sentAt: new Date(kept.sentAt) });
    if (applied) await tx.earlyEvent.delete({ where: { accountId_id: { accountId: actor.accountId, id } } });
  }
}
