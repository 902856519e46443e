import type { Actor } from "../auth/actor.ts";
import { db } from "../db/tenant.ts";
import { presentContact } from "./present-contact.ts";
import type { ContactView } from "./schemas.ts";

/** @throws AppError not_found */
export async function getContact(actor: Actor, id: string): Promise<ContactView> {
  return presentContact(db, actor, id);
}
