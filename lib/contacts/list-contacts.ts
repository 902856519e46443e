import { Prisma } from "#prisma/generated/client.ts";
import type { z } from "zod";
import { decodeCursor, encodeCursor } from "../api/pagination.ts";
import { limit } from "../api/rate-limit.ts";
import type { AgentActor } from "../auth/actor.ts";
import { db } from "../db/tenant.ts";
import { selectContacts } from "./present-contact.ts";
import type { contactsQuery, ContactView } from "./schemas.ts";

/** The newest first. */
export async function listContacts(actor: AgentActor, query: z.output<typeof contactsQuery>): Promise<{ items: ContactView[]; next: string | null }> {
  const cursor = decodeCursor(query.after);
  const wanted = query.limit + 1;
  const before = cursor ? Prisma.sql`and (k.created_at, k.id) < (${cursor.at}, ${cursor.id}::uuid)` : Prisma.empty;
  const found = query.q
    ? await search(actor, query.q, cursor, wanted)
    : await selectContacts(db, actor, Prisma.sql`where k.account_id = ${actor.accountId} ${before} order by k.created_at desc, k.id desc limit ${wanted}`);
  const items = found.slice(0, query.limit);
  const last = items.at(-1);
  return { items, next: found.length > query.limit && last ? encodeCursor(last.createdAt, last.id) : null };
}

async function search(actor: AgentActor, term: string, cursor: { at: Date; id: string } | null, wanted: number) {
  await limit("search", actor.userId);
  const hits = await db.$queryRaw<{ id: string }[]>`
    select id from search_contacts(${term}, ${cursor?.at ?? null}::timestamptz, ${cursor?.id ?? null}::uuid, ${wanted}::int)`;
  if (!hits.length) return [];
  return selectContacts(db, actor, Prisma.sql`
    where k.account_id = ${actor.accountId} and k.id = any(${hits.map((hit) => hit.id)}::uuid[]) order by k.created_at desc, k.id desc`);
}
