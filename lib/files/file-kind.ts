import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { AppError } from "../errors.ts";
import type { AttachmentKind } from "../channels/adapter.ts";

export type FileKind = { kind: AttachmentKind; contentType: string };

const images = new Set(["image/jpeg", "image/png", "image/gif", "image/bmp", "image/webp", "image/tiff", "image/heic", "image/heif", "image/avif"]);
const documents = new Set(["application/pdf", "application/rtf", "text/rtf", "application/x-cfb", "application/zip",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation", "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.presentation"]);
/** The old Office formats are one container: the name tells which. */
const oldOffice: Record<string, string> = { doc: "application/msword", xls: "application/vnd.ms-excel", ppt: "application/vnd.ms-powerpoint" };
const texts: Record<string, string> = { txt: "text/plain", csv: "text/csv", rtf: "application/rtf", log: "text/plain", md: "text/plain" };

/**
 * What a stored file is, by its content; the name only decides between kinds of text. Anything off the list is refused:
 * HTML, SVG and XML never pass, since a browser would run them.
 * @throws AppError unsupported_file
 */
export async function fileKind(path: string, filename: string): Promise<FileKind> {
  const extension = filename.split(".").pop()?.toLowerCase() ?? "";
  const found = await fileTypeFromFile(path);
  const contentType = found?.mime.split(";")[0];
  if (!contentType) return textKind(path, extension);
  if (images.has(contentType)) return { kind: "image", contentType };
  if (contentType.startsWith("audio/") || contentType === "application/ogg") return { kind: "audio", contentType: contentType === "application/ogg" ? "audio/ogg" : contentType };
  if (contentType.startsWith("video/")) return { kind: "video", contentType };
  if (documents.has(contentType)) return { kind: "document", contentType: contentType === "application/x-cfb" ? (oldOffice[extension] ?? "application/octet-stream") : contentType };
  throw refused();
}

async function textKind(path: string, extension: string): Promise<FileKind> {
  const contentType = texts[extension];
  const file = await open(path);
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(4096), position: 0 });
  await file.close();
  const head = buffer.subarray(0, bytesRead);
  if (!contentType || head.includes(0) || /<\s*(!doctype|html|script|svg|\?xml|body|iframe)/i.test(head.toString("latin1"))) throw refused();
  return { kind: "document", contentType };
}

function refused(): AppError {
  return new AppError("unsupported_file", "This kind of file cannot be sent. Use a picture, PDF, Office document, text, CSV, audio or video.");
}

/** A name to show: no controls, no invisible or direction-changing characters, no path. */
export function cleanFilename(name: string): string {
  const cleaned = name.normalize("NFKC").replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "").replace(/^.*[\\/]/, "").replace(/[<>:"|?*]/g, "_").trim();
  return (cleaned.replace(/^\.+/, "") || "file").slice(-200);
}
