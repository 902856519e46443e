import { Prisma } from "#prisma/generated/client.ts";
import type { AgentActor } from "../auth/actor.ts";
import { db, select } from "../db/tenant.ts";

/** How many conversations each queue tab holds for this agent, from the kept counts. */
export async function countConversations(actor: AgentActor): Promise<{ mine: number; inService: number; pending: number }> {
  const rows = await select<{ mine: number; inService: number; pending: number }>(db, Prisma.sql`
    select coalesce(sum(n) filter (where assignee_id = ${actor.userId}::uuid), 0)::int as mine,
      coalesce(sum(n) filter (where assignee_id is not null), 0)::int as "inService",
      coalesce(sum(n) filter (where assignee_id is null), 0)::int as pending
    from conversation_counts
    where account_id = ${actor.accountId}
      and (${actor.inboxIds}::uuid[] is null or inbox_id = any(${actor.inboxIds}::uuid[]))
      and (${actor.visibleTeamIds}::uuid[] is null or team_id is null or team_id = any(${actor.visibleTeamIds}::uuid[]) or assignee_id = ${actor.userId}::uuid)`);
  return rows[0]!;
}
