import { Prisma } from "#prisma/generated/client.ts";
import type { Transaction } from "../db/tenant.ts";
import { notFound } from "../errors.ts";
import type { AgentView } from "./schemas.ts";

/** The condition is on `m` (memberships) and `u` (users). */
export async function selectAgents(db: Transaction, tail: Prisma.Sql): Promise<AgentView[]> {
  const rows = await db.$queryRaw<Omit<AgentView, "avatarUrl">[]>`
    select u.id, coalesce(u.display_name, u.name) as name, u.email::text, m.role, m.availability
    from memberships m join users u on u.id = m.user_id ${tail}`;
  return rows.map((row) => ({ ...row, avatarUrl: null }));
}

/** @throws AppError not_found */
export async function presentAgent(db: Transaction, accountId: number, userId: string): Promise<AgentView> {
  const [agent] = await selectAgents(db, Prisma.sql`where m.account_id = ${accountId} and m.user_id = ${userId}::uuid`);
  if (!agent) throw notFound();
  return agent;
}
