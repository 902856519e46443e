import { Prisma } from "#prisma/generated/client.ts";
import type { AgentActor } from "../auth/actor.ts";
import { db, select } from "../db/tenant.ts";

/** `seq`: the last event that these counts know. What follows it changes them, and nothing else does. */
export type ConversationCounts = { mine: number; inService: number; pending: number; seq: number };

/**
 * How many conversations each queue tab holds for this agent, from the kept counts, as of the account's last sequenced
 * event: what is committed but not sequenced yet is taken out again, for screens will be told of it.
 */
export async function countConversations(actor: AgentActor): Promise<ConversationCounts> {
  const rows = await select<ConversationCounts>(db, Prisma.sql`
    with places as (
      select inbox_id, team_id, assignee_id, n from conversation_counts where account_id = ${actor.accountId}
      union all
      select (place->>'inboxId')::uuid, (place->>'teamId')::uuid, (place->>'assigneeId')::uuid, step
      from events cross join lateral (values (payload->'after', -1), (payload->'before', 1)) as moved(place, step)
      where account_id = ${actor.accountId} and seq is null and place->>'status' <> 'resolved' and not (place->>'archived')::boolean
    )
    select coalesce(sum(n) filter (where assignee_id = ${actor.userId}::uuid), 0)::int as mine,
      coalesce(sum(n) filter (where assignee_id is not null), 0)::int as "inService",
      coalesce(sum(n) filter (where assignee_id is null), 0)::int as pending,
      coalesce((select seq from events where account_id = ${actor.accountId} and seq is not null order by seq desc limit 1), 0)::float8 as seq
    from places
    where (${actor.inboxIds}::uuid[] is null or inbox_id = any(${actor.inboxIds}::uuid[]))
      and (${actor.visibleTeamIds}::uuid[] is null or team_id is null or team_id = any(${actor.visibleTeamIds}::uuid[]) or assignee_id = ${actor.userId}::uuid)`);
  return rows[0]!;
}
