import type { AttachmentKind } from "../channels/adapter.ts";
import type { Transaction } from "../db/tenant.ts";
import { AppError } from "../errors.ts";

/**
 * Files can be sent once, by whoever uploaded them.
 * @returns the first one's kind, for the card
 */
export async function claimAttachments(tx: Transaction, accountId: number, uploaderId: string, ids: string[]): Promise<AttachmentKind | null> {
  if (!ids.length) return null;
  // Held until the message is written: two sends at once cannot both have the file.
  const rows = await tx.$queryRaw<{ id: string; kind: string }[]>`
    select id, kind from attachments where account_id = ${accountId} and id = any(${ids}::uuid[]) and uploader_id = ${uploaderId}::uuid and message_id is null for update`;
  if (rows.length !== new Set(ids).size)
    throw new AppError("invalid_input", "One of the files is not there any more, or was sent already. Attach it again.", { details: [{ path: "attachmentIds", message: "unknown_file" }] });
  return rows.find((row) => row.id === ids[0])!.kind as AttachmentKind;
}

export async function attach(tx: Transaction, accountId: number, messageId: string, ids: string[]): Promise<void> {
  for (const [position, id] of ids.entries()) await tx.attachment.update({ where: { accountId_id: { accountId, id } }, data: { messageId, position } });
}
