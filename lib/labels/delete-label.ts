import type { Actor } from "../auth/actor.ts";
import { transaction } from "../db/tenant.ts";
import { notFound } from "../errors.ts";
import { record } from "../events/record.ts";

/** It leaves the conversations that carry it. @throws AppError not_found */
export async function deleteLabel(actor: Actor, id: string): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.label.deleteMany({ where: { accountId: actor.accountId, id } });
    if (!count) throw notFound();
    await record(tx, actor, "settings.changed", { what: "labels" });
  });
}
