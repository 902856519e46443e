import type { AttachmentKind } from "../channels/adapter.ts";
import type { Transaction } from "../db/tenant.ts";
import { AppError } from "../errors.ts";

/**
 * Files can be sent once, by whoever uploaded them.
 * @returns the first one's kind, for the card
 */
export async function claimAttachments(tx: Transaction, accountId: number, uploaderId: string, ids: string[]): Promise<AttachmentKind | null> {
  if (!ids.length) return null;
  const rows = await tx.attachment.findMany({ where: { accountId, id: { in: ids }, uploaderId, messageId: null }, select: { id: true, kind: true } });
  if (rows.length !== new Set(ids).size)
    throw new AppError("invalid_input", "One of the files is not there any more, or was sent already. Attach it again.", { details: [{ path: "attachmentIds", message: "unknown_file" }] });
  return rows.find((row) => row.id === ids[0])!.kind as AttachmentKind;
}

export async function attach(tx: Transaction, accountId: number, messageId: string, ids: string[]): Promise<void> {
  for (const [position, id] of ids.entries()) await tx.attachment.update({ where: { accountId_id: { accountId, id } }, data: { messageId, position } });
}
