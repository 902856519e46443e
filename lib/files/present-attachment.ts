import type { Attachment } from "#prisma/generated/client.ts";
import type { AttachmentView } from "../messages/schemas.ts";
import { fileUrl } from "./file-url.ts";

export type PresentableAttachment = Pick<Attachment, "id" | "accountId" | "kind" | "filename" | "contentType" | "size" | "voice" | "width" | "height" | "state" | "hasPreview">;

export function presentAttachment(row: PresentableAttachment): AttachmentView {
  const ready = row.state === "ready";
  return {
    id: row.id, kind: row.kind as AttachmentView["kind"], filename: row.filename, contentType: row.contentType, size: row.size, voice: row.voice,
    width: row.width, height: row.height, state: row.state as AttachmentView["state"],
    url: ready ? fileUrl(row.accountId, row, "original") : null,
    previewUrl: ready && row.hasPreview ? fileUrl(row.accountId, row, "preview") : null,
  };
}
