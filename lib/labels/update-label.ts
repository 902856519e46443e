import type { z } from "zod";
import type { Actor } from "../auth/actor.ts";
import { orAlreadyTaken } from "../db/already-taken.ts";
import { transaction } from "../db/tenant.ts";
import { notFound } from "../errors.ts";
import { record } from "../events/record.ts";
import { labelColumns } from "./list-labels.ts";
import type { labelPatch, LabelView } from "./schemas.ts";

/** @throws AppError not_found, already_taken */
export async function updateLabel(actor: Actor, id: string, patch: z.output<typeof labelPatch>): Promise<LabelView> {
  return orAlreadyTaken("name", `There is a label called "${patch.name}" already.`, () => transaction(async (tx) => {
    const description = patch.description === undefined ? {} : { description: patch.description || null };
    const { count } = await tx.label.updateMany({ where: { accountId: actor.accountId, id }, data: { ...patch, ...description } });
    if (!count) throw notFound();
    await record(tx, actor, "settings.changed", { what: "labels" });
    return tx.label.findUniqueOrThrow({ where: { accountId_id: { accountId: actor.accountId, id } }, select: labelColumns });
  }));
}
