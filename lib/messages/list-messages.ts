import type { z } from "zod";
import { Prisma } from "#prisma/generated/client.ts";
import type { Actor } from "../auth/actor.ts";
import { findConversation } from "../conversations/access.ts";
import { db } from "../db/tenant.ts";
import { selectMessages } from "./present-message.ts";
import type { messagesPage, messagesQuery } from "./schemas.ts";

/**
 * A stretch of the thread, oldest first: the newest, what lies `before` or `after` a place, or `around` one.
 * @throws AppError not_found
 */
export async function listMessages(actor: Actor, conversationId: string, query: z.output<typeof messagesQuery>): Promise<z.input<typeof messagesPage>> {
  await findConversation(db, actor, conversationId);
  const stretch = async (side: Prisma.Sql, limit: number) => selectMessages(db, actor.accountId, Prisma.sql`
    where m.account_id = ${actor.accountId} and m.conversation_id = ${conversationId}::uuid and m.reaction_to is null ${side} limit ${limit}`);
  const older = (from: number | undefined, limit: number) => stretch(Prisma.sql`${from === undefined ? Prisma.empty : Prisma.sql`and m.seq < ${from}`} order by m.seq desc`, limit);
  const newer = (from: number, limit: number) => stretch(Prisma.sql`and m.seq > ${from} order by m.seq`, limit);

  if (query.after !== undefined) {
    const found = await newer(query.after, query.limit + 1);
    const items = found.slice(0, query.limit);
    return { items, next: items[0]?.seq ?? null, newer: found.length > query.limit ? items.at(-1)!.seq : null };
  }
  if (query.around !== undefined) {
    const half = Math.ceil(query.limit / 2);
    const [left, right] = await Promise.all([older(query.around + 1, half + 1), newer(query.around, half + 1)]);
    const items = [...left.slice(0, half).reverse(), ...right.slice(0, half)];
    return { items, next: left.length > half ? items[0]!.seq : null, newer: right.length > half ? items.at(-1)!.seq : null };
  }
  const found = await older(query.before, query.limit + 1);
  const items = found.slice(0, query.limit).reverse();
  return { items, next: found.length > query.limit ? items[0]!.seq : null, newer: null };
}
