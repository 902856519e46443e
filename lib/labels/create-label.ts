import type { z } from "zod";
import type { Actor } from "../auth/actor.ts";
import { orAlreadyTaken } from "../db/already-taken.ts";
import { transaction } from "../db/tenant.ts";
import { record } from "../events/record.ts";
import { newId } from "../ids.ts";
import { labelColumns } from "./list-labels.ts";
import type { LabelView, newLabelInput } from "./schemas.ts";

/** @throws AppError already_taken */
export async function createLabel(actor: Actor, input: z.output<typeof newLabelInput>): Promise<LabelView> {
  return orAlreadyTaken("name", `There is a label called "${input.name}" already.`, () => transaction(async (tx) => {
    const label = await tx.label.create({ data: { accountId: actor.accountId, id: newId(), ...input, description: input.description || null }, select: labelColumns });
    await record(tx, actor, "settings.changed", { what: "labels" });
    return label;
  }));
}
