import { Prisma } from "#prisma/generated/client.ts";
import type { Actor } from "../auth/actor.ts";
import { db } from "../db/tenant.ts";
import { selectAgents } from "./present-agent.ts";
import type { AgentView } from "./schemas.ts";

export async function listAgents(actor: Actor): Promise<AgentView[]> {
  return selectAgents(db, Prisma.sql`where m.account_id = ${actor.accountId} order by lower(coalesce(u.display_name, u.name)), u.id`);
}
