import { Prisma } from "#prisma/generated/client.ts";
import type { Actor } from "../auth/actor.ts";
import type { Transaction } from "../db/tenant.ts";
import { visibleTo } from "../conversations/access.ts";
import { notFound } from "../errors.ts";
import type { ContactView } from "./schemas.ts";

type Row = Omit<ContactView, "avatarUrl" | "createdAt"> & { createdAt: Date };

/** The condition is on `k`. Identities on inboxes and activity in conversations that the actor does not see are left out. */
export async function selectContacts(db: Transaction, actor: Actor, tail: Prisma.Sql): Promise<(ContactView & { createdAt: Date })[]> {
  const visible = actor.kind === "agent" && actor.inboxIds !== null ? Prisma.sql`and ci.inbox_id = any(${actor.inboxIds}::uuid[])` : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>`
    select k.id, k.name, k.phone, k.email::text, k.company, k.job_title as "jobTitle", k.created_at as "createdAt",
      (select max(c.last_activity_at) from conversations c where c.account_id = k.account_id and c.contact_id = k.id and ${visibleTo(actor)}) as "lastActivityAt",
      coalesce((select jsonb_agg(jsonb_build_object('inboxId', ci.inbox_id, 'sourceId', ci.source_id) order by ci.created_at, ci.id)
        from contact_inboxes ci where ci.account_id = k.account_id and ci.contact_id = k.id ${visible}), '[]') as inboxes
    from contacts k ${tail}`;
  return rows.map((row) => ({ ...row, avatarUrl: null }));
}

/** @throws AppError not_found */
export async function presentContact(db: Transaction, actor: Actor, id: string): Promise<ContactView> {
  const [contact] = await selectContacts(db, actor, Prisma.sql`where k.account_id = ${actor.accountId} and k.id = ${id}::uuid`);
  if (!contact) throw notFound();
  return contact;
}
