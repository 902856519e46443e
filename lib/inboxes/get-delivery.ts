import type { z } from "zod";
import type { Actor } from "../auth/actor.ts";
import { db } from "../db/tenant.ts";
import { notFound } from "../errors.ts";
import { deliveryColumns } from "./list-deliveries.ts";
import { presentInbox } from "./present-inbox.ts";
import type { deliveryWithBody } from "./schemas.ts";

/** One delivery with its raw body, as text. @throws AppError not_found */
export async function getDelivery(actor: Actor, inboxId: string, id: bigint): Promise<z.output<typeof deliveryWithBody>> {
  await presentInbox(db, actor, inboxId);
  const row = await db.inboundEvent.findFirst({ where: { accountId: actor.accountId, inboxId, id }, select: { ...deliveryColumns, rawBody: true } });
  if (!row) throw notFound();
  const { rawBody, ...rest } = row;
  return { ...rest, id: String(row.id), outcome: row.outcome as z.output<typeof deliveryWithBody>["outcome"], body: Buffer.from(rawBody).toString("utf8") };
}
