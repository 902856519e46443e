import type { Transaction } from "../db/tenant.ts";
import { isForward } from "./status-rank.ts";

/**
 * One part of a message has news. The message is where its slowest part is, so that "delivered" means all of it, and never
 * goes back; it has failed as long as one of its parts has.
 * @returns the message's new status; null when this changes nothing
 */
export async function statusByParts(tx: Transaction, accountId: number, message: { id: string; status: string }, told: { externalId: string; status: string }): Promise<string | null> {
  const parts = await tx.messagePart.findMany({ where: { accountId, messageId: message.id, status: { not: null } } });
  const part = parts.find((each) => each.externalId === told.externalId);
  if (!part || !isForward(part.status!, told.status)) return null;
  part.status = told.status;
  await tx.messagePart.updateMany({ where: { accountId, inboxId: part.inboxId, externalId: part.externalId }, data: { status: told.status } });
  const statuses = parts.map((each) => each.status!);
  const whole = statuses.includes("failed") ? "failed" : statuses.reduce((slowest, each) => (isForward(each, slowest) ? each : slowest));
  if (whole === message.status) return null;
  return whole === "failed" || message.status === "failed" || isForward(message.status, whole) ? whole : null;
}
