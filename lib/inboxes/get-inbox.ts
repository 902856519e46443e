import type { Actor } from "../auth/actor.ts";
import { db } from "../db/tenant.ts";
import { presentInbox } from "./present-inbox.ts";
import type { InboxView } from "./schemas.ts";

/** @throws AppError not_found */
export async function getInbox(actor: Actor, id: string): Promise<InboxView> {
  return presentInbox(db, actor, id);
}
