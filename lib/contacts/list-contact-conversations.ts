import { Prisma } from "#prisma/generated/client.ts";
import type { z } from "zod";
import type { pageQuery } from "../api/pagination.ts";
import type { AgentActor } from "../auth/actor.ts";
import { visibleTo } from "../conversations/access.ts";
import { selectConversations } from "../conversations/present-conversation.ts";
import type { ConversationView } from "../conversations/schemas.ts";
import { db } from "../db/tenant.ts";
import { presentContact } from "./present-contact.ts";

/** The contact's conversations that the actor may see, the newest first. @throws AppError not_found */
export async function listContactConversations(actor: AgentActor, contactId: string, query: z.output<typeof pageQuery>): Promise<{ items: ConversationView[]; next: string | null }> {
  await presentContact(db, actor, contactId);
  const before = Math.trunc(Number(query.after)) || null;
  const found = await selectConversations(db, Prisma.sql`
    where c.account_id = ${actor.accountId} and c.contact_id = ${contactId}::uuid and ${visibleTo(actor)}
      ${before ? Prisma.sql`and c.display_id < ${Math.max(-1, Math.min(before, 2_147_483_647))}` : Prisma.empty}
    order by c.display_id desc limit ${query.limit + 1}`);
  const items = found.slice(0, query.limit);
  return { items, next: found.length > query.limit ? String(items.at(-1)!.displayId) : null };
}
