import { AppError } from "../errors.ts";

const maxBytes = 1_000_000;

/** @throws AppError unsupported_media_type, too_large, malformed_json */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/([a-z0-9.+-]*\+)?json\b/i.test(type)) throw new AppError("unsupported_media_type", "Send the body as JSON, with Content-Type: application/json.");
  const text = Buffer.from(await readBytes(request, maxBytes)).toString("utf8");
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("malformed_json", "The body is not valid JSON.");
  }
}

/** The raw body, refused while it streams once it is longer than `max` bytes. @throws AppError too_large */
export async function readBytes(request: Request, max: number): Promise<Uint8Array> {
  const tooLarge = () => new AppError("too_large", `The body is larger than ${Math.floor(max / 1000)} kB.`);
  if (Number(request.headers.get("content-length") ?? 0) > max) throw tooLarge();
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > max) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
