import { Readable } from "node:stream";
import { db, inAccount } from "../db/tenant.ts";
import { notFound } from "../errors.ts";
import { isUuid } from "../ids.ts";
import { isFileUrl } from "./file-url.ts";
import { openStored, storedSize, type Variant } from "./storage.ts";

/** Kinds a browser may show inside a page; everything else is a download. */
const shown = /^(image\/(jpeg|png|gif|webp|bmp|avif)|audio\/|video\/|application\/pdf$)/;

/** One file behind its signed address, with byte ranges for players. @throws AppError not_found also when the address has expired */
export async function serveFile(address: { accountId: number; id: string; variant: string; expires: number; signature: string }, rangeHeader: string | null): Promise<Response> {
  const { accountId, id, variant } = address;
  if (!isUuid(id) || !isFileUrl(accountId, id, variant, address.expires, address.signature)) throw notFound();
  const file = await inAccount(accountId, async () => db.attachment.findUnique({ where: { accountId_id: { accountId, id } } }));
  const size = file && (await storedSize(accountId, id, variant as Variant));
  if (!file || size === null) throw notFound();

  const contentType = variant === "preview" ? "image/webp" : file.contentType;
  const range = readRange(rangeHeader, size);
  const body = Readable.toWeb(await openStored(accountId, id, variant as Variant, range ?? undefined)) as ReadableStream;
  return new Response(body, {
    status: range ? 206 : 200,
    headers: {
      "content-type": contentType, "accept-ranges": "bytes",
      "content-length": String(range ? range.end - range.start + 1 : size),
      ...(range ? { "content-range": `bytes ${range.start}-${range.end}/${size}` } : {}),
      "content-disposition": `${shown.test(contentType) ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
      "cache-control": "private, max-age=3600, immutable", "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox", "cross-origin-resource-policy": "same-origin",
    },
  });
}

/** RFC 9110, section 14: one range of bytes; anything else gets the whole file. */
function readRange(header: string | null, size: number): { start: number; end: number } | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (!match || (!match[1] && !match[2]) || size === 0) return null;
  const start = match[1] ? Number(match[1]) : Math.max(0, size - Number(match[2]));
  const end = match[1] && match[2] ? Math.min(Number(match[2]), size - 1) : size - 1;
  return start <= end && start < size ? { start, end } : null;
}
