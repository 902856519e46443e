import { Prisma } from "#prisma/generated/client.ts";
import type { Actor } from "../auth/actor.ts";
import { db } from "../db/tenant.ts";
import { inboxVisibleTo, selectInboxes } from "./present-inbox.ts";
import type { InboxView } from "./schemas.ts";

export async function listInboxes(actor: Actor): Promise<InboxView[]> {
  return selectInboxes(db, actor, Prisma.sql`where i.account_id = ${actor.accountId} and ${inboxVisibleTo(actor)} order by i.created_at, i.id`);
}
