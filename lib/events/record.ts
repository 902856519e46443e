import { actorId, type Actor } from "../auth/actor.ts";
import { afterCommit, type Transaction } from "../db/tenant.ts";
import { wake } from "../db/wake.ts";
import { eventCatalog, type EventName, type EventPayload } from "./catalog.ts";

/** Records a fact in the transaction that makes it true. What follows from it is in subscribers.ts. */
export async function record<Name extends EventName>(tx: Transaction, actor: Actor, name: Name, payload: EventPayload<Name>): Promise<void> {
  const checked = eventCatalog[name].parse(payload) as { conversationId?: string };
  await tx.event.create({
    data: {
      accountId: actor.accountId, name, payload: checked, conversationId: checked.conversationId ?? null,
      actorKind: actor.kind, actorId: actorId(actor), causedBy: actor.kind === "system" ? (actor.causedBy ?? null) : null,
    },
    select: { id: true },
  });
  afterCommit(() => wake("outbox"));
}
