import { limit } from "../api/rate-limit.ts";
import { maxAttachmentBytes } from "../messages/schemas.ts";
import type { Visitor } from "./open-visitor.ts";

/**
 * So many bytes an hour from one visitor, and from all visitors of an inbox: anyone may write here, and the disk is everyone's.
 * Counted by what the request announces, before anything is read; one that announces nothing counts as the largest file.
 * @throws AppError rate_limited
 */
export async function limitUploadBytes(visitor: Visitor, headers: Headers): Promise<void> {
  const announced = Number(headers.get("content-length") ?? Number.NaN);
  const bytes = announced >= 0 && announced < maxAttachmentBytes ? announced : maxAttachmentBytes;
  const kilobytes = Math.ceil(bytes / 1000);
  // The visitor first: who is over their own share takes nothing from the others'.
  await limit("visitor-upload-kilobytes", visitor.uploaderId, kilobytes);
  await limit("inbox-upload-kilobytes", visitor.inbox.id, kilobytes);
}
