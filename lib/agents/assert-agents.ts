import type { Transaction } from "../db/tenant.ts";
import { AppError } from "../errors.ts";

/** Every id is someone of this account; repeated ids once. @throws AppError invalid_input on `memberIds` */
export async function assertAgents(tx: Transaction, accountId: number, userIds: string[]): Promise<string[]> {
  const wanted = [...new Set(userIds)];
  const known = await tx.membership.count({ where: { accountId, userId: { in: wanted } } });
  if (known !== wanted.length) throw new AppError("invalid_input", "Someone of these is not in this account.", { details: [{ path: "memberIds", message: "not_an_agent" }] });
  return wanted;
}
