import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Transform, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";

/** Files lie on disk under the account and the attachment's id; no name from outside ever becomes a path. */
export type Variant = "original" | "preview";

export function storedPath(accountId: number, id: string, variant: Variant = "original"): string {
  return path.join(env().filesDir, String(accountId), id.slice(-2), variant === "preview" ? `${id}.preview` : id);
}

/**
 * Writes a stream, counting while it flows. The file appears whole or not at all.
 * @throws AppError too_large, storage_full
 */
export async function store(accountId: number, id: string, content: Readable, maxBytes: number): Promise<{ size: number; sha256: Uint8Array<ArrayBuffer> }> {
  const target = storedPath(accountId, id);
  const partial = `${target}.part`;
  await mkdir(path.dirname(target), { recursive: true });
  const hash = createHash("sha256");
  let size = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > maxBytes) return done(new AppError("too_large", `A file has at most ${Math.floor(maxBytes / 1_000_000)} MB.`));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(content, count, createWriteStream(partial));
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    if ((error as { code?: string }).code === "ENOSPC") throw new AppError("storage_full", "The server's disk is full. Tell whoever runs it; nothing was saved.", { cause: error });
    throw error;
  }
  return { size, sha256: new Uint8Array(hash.digest()) };
}

export async function readStored(accountId: number, id: string): Promise<Uint8Array> {
  return readFile(storedPath(accountId, id));
}

export async function removeStored(accountId: number, id: string): Promise<void> {
  await Promise.all([rm(storedPath(accountId, id), { force: true }), rm(storedPath(accountId, id, "preview"), { force: true })]);
}

export async function openStored(accountId: number, id: string, variant: Variant, range?: { start: number; end: number }): Promise<Readable> {
  return createReadStream(storedPath(accountId, id, variant), range ?? {});
}

/** Bytes, or null when there is no such file. */
export async function storedSize(accountId: number, id: string, variant: Variant): Promise<number | null> {
  return stat(storedPath(accountId, id, variant)).then((found) => found.size, () => null);
}
