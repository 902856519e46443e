import type { Transaction } from "../db/tenant.ts";
import { AppError } from "../errors.ts";

/** Two administrators who let each other go at once meet at the row locks. @throws AppError conflict */
export async function assertNotLastAdministrator(tx: Transaction, accountId: number, userId: string): Promise<void> {
  const administrators = await tx.$queryRaw<{ id: string }[]>`
    select user_id as id from memberships where account_id = ${accountId} and role = 'administrator' order by user_id for update`;
  if (administrators.length === 1 && administrators[0]!.id === userId)
    throw new AppError("conflict", "This is the last administrator. Make someone else an administrator first.", { details: [{ path: "role", message: "last_administrator" }] });
}
