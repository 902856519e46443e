import { actorId, type Actor } from "../auth/actor.ts";
import { afterCommit, type Transaction } from "../db/tenant.ts";
import { wake } from "../db/wake.ts";
import { eventCatalog, type EventName, type EventPayload } from "./catalog.ts";

/** Records a fact in the transaction that makes it true. What follows from it is in subscribers.ts. */
export async function record<Name extends EventName>(tx: Transaction, actor: Actor, name: Name, payload: EventPayload<Name>): Promise<void> {
  await recordAll(tx, actor, name, [payload]);
}

/** Facts of one kind, in their order, in one statement. */
export async function recordAll<Name extends EventName>(tx: Transaction, actor: Actor, name: Name, payloads: EventPayload<Name>[]): Promise<void> {
  if (!payloads.length) return;
  const checked = JSON.stringify(payloads.map((payload) => eventCatalog[name].parse(payload)));
  await tx.$executeRaw`
    insert into events (account_id, name, payload, conversation_id, actor_kind, actor_id, caused_by)
    select ${actor.accountId}, ${name}, p.payload, (p.payload->>'conversationId')::uuid, ${actor.kind}, ${actorId(actor)}::uuid,
      ${actor.kind === "system" ? (actor.causedBy ?? null) : null}::bigint
    from jsonb_array_elements(${checked}::jsonb) with ordinality as p(payload, n) order by p.n`;
  afterCommit(() => wake("outbox"));
}
