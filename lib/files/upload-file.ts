import { Readable } from "node:stream";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
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
    if (size === 0) throw new AppError("invalid_input", "The file is empty.", { details: [{ path: "file", message: "empty" }] });
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
  const parser = multipartParser(contentType);
  const source = Readable.fromWeb(request.body as never);
  let voice = false;
  let arriving: Readable | undefined;
  let stored: Promise<{ filename: string; size: number; sha256: Uint8Array<ArrayBuffer> }> | undefined;
  return new Promise((resolve, reject) => {
    // Only when the half file is gone: whoever hears of the failure finds nothing left behind.
    const fail = async (reason: unknown) => {
      source.unpipe(parser);
      source.destroy();
      arriving?.destroy(reason as Error);
      const [storing] = await Promise.allSettled([stored]);
      // Too large, or a full disk, breaks the upload off too: then that is what is told.
      reject(storing.status === "rejected" && isOwnReason(storing.reason) ? storing.reason : reason);
    };
    const brokeOff = () => fail(brokenUpload());
    parser.on("field", (name, value) => (voice ||= name === "voice" && value === "true"));
    parser.on("file", (_field, file, filename) => {
      arriving = file;
      // A body that ends in the middle tells the file too, at any moment: unheard, that would end the process.
      file.on("error", brokeOff);
      stored = store(accountId, id, file, maxAttachmentBytes).then((result) => ({ ...result, filename: cleanFilename(filename ?? "file") }));
      stored.catch(fail);
    });
    parser.on("error", brokeOff);
    parser.on("finish", () => {
      if (!stored) return reject(new AppError("invalid_input", "There is no file in the upload.", { details: [{ path: "file", message: "required" }] }));
      stored.then((result) => resolve({ ...result, voice }), reject);
    });
    source.on("error", brokeOff);
    source.pipe(parser);
  });
}

/** @throws AppError unsupported_media_type when the header names no boundary */
function multipartParser(contentType: string): BusboyInstance {
  try {
    // One kilobyte more than allowed is let through to the counter, which then says so.
    return new Busboy({ headers: { "content-type": contentType }, limits: { files: 1, fields: 5, fieldSize: 1000, fileSize: maxAttachmentBytes + 1000 } });
  } catch {
    throw brokenUpload();
  }
}

function brokenUpload(): AppError {
  return new AppError("unsupported_media_type", "The upload broke off or is not valid multipart/form-data. Send it again.");
}

function isOwnReason(error: unknown): boolean {
  const { code } = error as { code?: string };
  return error instanceof AppError || (code !== undefined && !code.startsWith("ERR_STREAM"));
}
