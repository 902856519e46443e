import { Readable } from "node:stream";
import { Busboy } from "@fastify/busboy";
import { limit } from "../api/rate-limit.ts";
import { db } from "../db/tenant.ts";
import { AppError } from "../errors.ts";
import { newId } from "../ids.ts";
import { maxAttachmentBytes, type AttachmentView } from "../messages/schemas.ts";
import { cleanFilename, fileKind } from "./file-kind.ts";
import { makePreview } from "./make-preview.ts";
import { presentAttachment } from "./present-attachment.ts";
import { removeStored, store, storedPath } from "./storage.ts";

/**
 * Takes one file (multipart field "file"; `voice=true` beside it for a voice note), counted while it streams. It belongs
 * to whoever uploaded it until a message carries it.
 * @throws AppError too_large, unsupported_file, unsupported_media_type, malformed_json (not multipart), rate_limited, storage_full
 */
export async function uploadFile(request: Request, owner: { accountId: number; uploaderId: string }): Promise<AttachmentView> {
  await limit("upload", owner.uploaderId);
  const id = newId();
  try {
    const { filename, voice, size, sha256 } = await readMultipart(request, owner.accountId, id);
    const { kind, contentType } = await fileKind(storedPath(owner.accountId, id), filename);
    const picture = kind === "image" ? await makePreview(owner.accountId, id) : { width: null, height: null, hasPreview: false };
    const row = await db.attachment.create({
      data: { accountId: owner.accountId, id, kind, filename, contentType, size, sha256, voice: voice && kind === "audio", uploaderId: owner.uploaderId, ...picture },
    });
    return presentAttachment(row);
  } catch (error) {
    await removeStored(owner.accountId, id);
    throw error;
  }
}

async function readMultipart(request: Request, accountId: number, id: string): Promise<{ filename: string; voice: boolean; size: number; sha256: Uint8Array<ArrayBuffer> }> {
  const contentType = request.headers.get("content-type") ?? "";
  if (!contentType.startsWith("multipart/form-data") || !request.body) throw new AppError("unsupported_media_type", "Send the file as multipart/form-data, in the field \"file\".");
  // One kilobyte more than allowed is let through to the counter, which then says so.
  const parser = new Busboy({ headers: { "content-type": contentType }, limits: { files: 1, fields: 5, fieldSize: 1000, fileSize: maxAttachmentBytes + 1000 } });
  let voice = false;
  let stored: Promise<{ filename: string; size: number; sha256: Uint8Array<ArrayBuffer> }> | undefined;
  return new Promise((resolve, reject) => {
    parser.on("field", (name, value) => (voice ||= name === "voice" && value === "true"));
    parser.on("file", (_field, file, filename) => {
      stored = store(accountId, id, file, maxAttachmentBytes).then((result) => ({ ...result, filename: cleanFilename(filename ?? "file") }));
      stored.catch((error) => {
        reject(error);
        source.destroy();
      });
    });
    parser.on("error", () => reject(new AppError("unsupported_media_type", "The upload broke off or is not valid multipart/form-data. Send it again.")));
    parser.on("finish", () => {
      if (!stored) return reject(new AppError("invalid_input", "There is no file in the upload.", { details: [{ path: "file", message: "required" }] }));
      stored.then((result) => resolve({ ...result, voice }), reject);
    });
    const source = Readable.fromWeb(request.body as never);
    source.on("error", () => reject(new AppError("unsupported_media_type", "The upload broke off. Send it again.")));
    source.pipe(parser);
  });
}
