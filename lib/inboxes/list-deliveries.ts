import type { z } from "zod";
import type { pageQuery } from "../api/pagination.ts";
import type { Actor } from "../auth/actor.ts";
import { db } from "../db/tenant.ts";
import { presentInbox } from "./present-inbox.ts";
import type { DeliveryView } from "./schemas.ts";

export const deliveryColumns = { id: true, receivedAt: true, processedAt: true, retryAt: true, attempts: true, error: true, outcome: true } as const;

/** What the provider posted to this inbox, the newest first. @throws AppError not_found */
export async function listDeliveries(actor: Actor, inboxId: string, query: z.output<typeof pageQuery>): Promise<{ items: DeliveryView[]; next: string | null }> {
  await presentInbox(db, actor, inboxId);
  const before = /^\d{1,18}$/.test(query.after ?? "") ? BigInt(query.after!) : null;
  const found = await db.inboundEvent.findMany({
    where: { accountId: actor.accountId, inboxId, ...(before === null ? {} : { id: { lt: before } }) },
    orderBy: { id: "desc" }, take: query.limit + 1, select: deliveryColumns,
  });
  const items = found.slice(0, query.limit).map((row) => ({ ...row, id: String(row.id), outcome: row.outcome as DeliveryView["outcome"] }));
  return { items, next: found.length > query.limit ? items.at(-1)!.id : null };
}
