import { Prisma } from "#prisma/generated/client.ts";
import type { Actor } from "../auth/actor.ts";
import { select, type Transaction } from "../db/tenant.ts";
import { notFound } from "../errors.ts";
import type { Placement } from "./schemas.ts";

/** The conversations this actor may see, as a condition on `c`. The same rule in memory is `canSee`. */
export function visibleTo(actor: Actor): Prisma.Sql {
  if (actor.kind === "system") return Prisma.sql`true`;
  if (actor.kind === "contact") return Prisma.sql`c.contact_id = ${actor.contactId}::uuid and c.inbox_id = ${actor.inboxId}::uuid`;
  const inboxes = actor.inboxIds === null ? Prisma.sql`true` : Prisma.sql`c.inbox_id = any(${actor.inboxIds}::uuid[])`;
  const teams = actor.visibleTeamIds === null ? Prisma.sql`true` : Prisma.sql`(c.team_id is null or c.team_id = any(${actor.visibleTeamIds}::uuid[]) or c.assignee_id = ${actor.userId}::uuid)`;
  return Prisma.sql`${inboxes} and ${teams}`;
}

/** A conversation as the verbs work on it. */
export type ConversationRow = {
  id: string; displayId: number; protocol: string; status: Placement["status"]; archived: boolean;
  inboxId: string; contactId: string; contactInboxId: string; teamId: string | null; assigneeId: string | null;
  nextSeq: number; seenSeq: number; contactSeenSeq: number; unreadCount: number;
};

export const conversationColumns = Prisma.raw(`c.id, c.display_id as "displayId", c.protocol, c.status, c.archived, c.inbox_id as "inboxId",
  c.contact_id as "contactId", c.contact_inbox_id as "contactInboxId", c.team_id as "teamId", c.assignee_id as "assigneeId",
  c.next_seq as "nextSeq", c.seen_seq as "seenSeq", c.contact_seen_seq as "contactSeenSeq", c.unread_count as "unreadCount"`);

/**
 * Scope and existence in one: what the actor may not see does not exist. `lock` holds the row until the transaction ends,
 * which is what makes numbers, counters and states follow each other.
 * @throws AppError not_found
 */
export async function findConversation(tx: Transaction, actor: Actor, id: string, options: { lock?: boolean } = {}): Promise<ConversationRow> {
  const rows = await select<ConversationRow>(tx, Prisma.sql`
    select ${conversationColumns} from conversations c
    where c.account_id = ${actor.accountId} and c.id = ${id}::uuid and ${visibleTo(actor)} ${options.lock ? Prisma.sql`for update` : Prisma.empty}`);
  if (!rows[0]) throw notFound();
  return rows[0];
}

export function placementOf(row: Placement): Placement {
  return { inboxId: row.inboxId, teamId: row.teamId, assigneeId: row.assigneeId, status: row.status, archived: row.archived };
}
