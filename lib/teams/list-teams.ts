import { Prisma } from "#prisma/generated/client.ts";
import type { Actor } from "../auth/actor.ts";
import { db } from "../db/tenant.ts";
import { selectTeams } from "./present-team.ts";
import type { TeamView } from "./schemas.ts";

export async function listTeams(actor: Actor): Promise<TeamView[]> {
  return selectTeams(db, Prisma.sql`where t.account_id = ${actor.accountId} order by lower(t.name), t.id`);
}
