import type { Transaction } from "../db/tenant.ts";

/**
 * The provider's ids of a message that went out as several: by each of them a reply, a reaction or a status finds it.
 * `count`: their statuses are the message's. Not so where a part is missing: the message failed, whatever becomes of the others.
 */
export async function keepParts(tx: Transaction, accountId: number, messageId: string, externalIds: string[], { count }: { count: boolean }): Promise<void> {
  // A status may have come before the provider's answer, by our own id: it is of the part that it named.
  await tx.$executeRaw`
    insert into message_parts (account_id, inbox_id, external_id, message_id, status)
    select m.account_id, m.inbox_id, part.id, m.id,
      case when not ${count} then null when m.external_id = part.id and m.status in ('delivered', 'read', 'failed') then m.status else 'sent' end
    from (select * from messages where account_id = ${accountId} and id = ${messageId}::uuid for update) m cross join unnest(${externalIds}::text[]) as part(id)
    on conflict do nothing`;
}
