import { Prisma } from "#prisma/generated/client.ts";
import { decodeCursor, encodeCursor } from "../api/pagination.ts";
import { limit } from "../api/rate-limit.ts";
import type { AgentActor } from "../auth/actor.ts";
import { db, select } from "../db/tenant.ts";
import { visibleTo } from "./access.ts";
import { selectConversations } from "./present-conversation.ts";
import type { ConversationsQuery, ConversationView, QueueTab } from "./schemas.ts";

/** Newest activity first. Each tab walks the index made for it (migration "isolation_and_indexes"). */
export async function listConversations(actor: AgentActor, query: ConversationsQuery): Promise<{ items: ConversationView[]; next: string | null }> {
  const cursor = decodeCursor(query.after);
  const wanted = query.limit + 1;
  const found = query.q
    ? await search(actor, query, cursor, wanted)
    : await selectConversations(db, Prisma.sql`
        where c.account_id = ${actor.accountId} and ${inTab(query.tab, actor)} and ${visibleTo(actor)}
          ${query.status ? Prisma.sql`and c.status = ${query.status}` : Prisma.empty}
          ${query.inboxId ? Prisma.sql`and c.inbox_id = ${query.inboxId}::uuid` : Prisma.empty}
          ${query.unread ? Prisma.sql`and c.unread_count > 0` : Prisma.empty}
          ${cursor ? Prisma.sql`and (c.last_activity_at, c.id) < (${cursor.at}, ${cursor.id}::uuid)` : Prisma.empty}
        order by c.last_activity_at desc, c.id desc limit ${wanted}`);
  const items = found.slice(0, query.limit);
  const last = items.at(-1);
  return { items, next: found.length > query.limit && last ? encodeCursor(last.lastActivityAt, last.id) : null };
}

/** The queue tabs are derived: who has it, and whether it is still to be done. */
function inTab(tab: QueueTab, actor: AgentActor): Prisma.Sql {
  const unresolved = Prisma.sql`c.status <> 'resolved' and not c.archived`;
  if (tab === "mine") return Prisma.sql`c.assignee_id = ${actor.userId}::uuid and ${unresolved}`;
  if (tab === "in-service") return Prisma.sql`c.assignee_id is not null and ${unresolved}`;
  if (tab === "pending") return Prisma.sql`c.assignee_id is null and ${unresolved}`;
  return Prisma.sql`true`;
}

async function search(actor: AgentActor, query: ConversationsQuery, cursor: { at: Date; id: string } | null, wanted: number): Promise<ConversationView[]> {
  await limit("search", actor.userId);
  const hits = await select<{ id: string }>(db, Prisma.sql`
    select id from search_conversations(${query.q}, ${query.tab}, ${actor.userId}::uuid, ${actor.inboxIds}::uuid[], ${actor.visibleTeamIds}::uuid[],
      ${query.status ?? null}, ${query.inboxId ?? null}::uuid, ${query.unread}, ${cursor?.at ?? null}::timestamptz, ${cursor?.id ?? null}::uuid, ${wanted}::int)`);
  if (!hits.length) return [];
  return selectConversations(db, Prisma.sql`
    where c.account_id = ${actor.accountId} and c.id = any(${hits.map((hit) => hit.id)}::uuid[]) and ${visibleTo(actor)}
    order by c.last_activity_at desc, c.id desc`);
}
