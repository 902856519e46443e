import { Prisma } from "#prisma/generated/client.ts";
import type { Transaction } from "../db/tenant.ts";
import { notFound } from "../errors.ts";
import type { TeamView } from "./schemas.ts";

/** The condition is on `t`. */
export async function selectTeams(db: Transaction, tail: Prisma.Sql): Promise<TeamView[]> {
  return db.$queryRaw<TeamView[]>`
    select t.id, t.name, array(select m.user_id::text from team_members m where m.account_id = t.account_id and m.team_id = t.id order by 1) as "memberIds"
    from teams t ${tail}`;
}

/** @throws AppError not_found */
export async function presentTeam(db: Transaction, accountId: number, id: string): Promise<TeamView> {
  const [team] = await selectTeams(db, Prisma.sql`where t.account_id = ${accountId} and t.id = ${id}::uuid`);
  if (!team) throw notFound();
  return team;
}
