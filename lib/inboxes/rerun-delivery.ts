import type { Actor } from "../auth/actor.ts";
import { afterCommit, db, transaction } from "../db/tenant.ts";
import { notFound } from "../errors.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { presentInbox } from "./present-inbox.ts";

/** Works a delivery off once more: what it brought already is known by its ids and not doubled. @throws AppError not_found */
export async function rerunDelivery(actor: Actor, inboxId: string, id: bigint): Promise<void> {
  const { accountId } = actor;
  await presentInbox(db, actor, inboxId);
  await transaction(async (tx) => {
    const { count } = await tx.inboundEvent.updateMany({ where: { accountId, inboxId, id }, data: { processedAt: null, retryAt: null, error: null, attempts: 0 } });
    if (!count) throw notFound();
    afterCommit(() => void enqueue("receive-inbound", [{ accountId, inboxId }]));
  });
}
