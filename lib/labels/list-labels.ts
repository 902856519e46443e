import type { Actor } from "../auth/actor.ts";
import { db } from "../db/tenant.ts";
import type { LabelView } from "./schemas.ts";

export const labelColumns = { id: true, name: true, color: true, description: true, showInSidebar: true } as const;

export async function listLabels(actor: Actor): Promise<LabelView[]> {
  return db.label.findMany({ where: { accountId: actor.accountId }, orderBy: [{ name: "asc" }], select: labelColumns });
}
