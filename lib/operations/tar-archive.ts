import { createReadStream, createWriteStream, type WriteStream } from "node:fs";
import { once } from "node:events";
import { createGunzip, createGzip, type Gzip } from "node:zlib";

/** A .tar.gz as every tar reads it (POSIX ustar), written entry by entry without a copy on disk. */
export class TarWriter {
  #gzip: Gzip = createGzip({ level: 6 });
  #file: WriteStream;
  #failure: Error | undefined;

  constructor(path: string) {
    this.#file = createWriteStream(path, { mode: 0o600 });
    this.#file.on("error", (error) => (this.#failure = error));
    this.#gzip.on("error", (error) => (this.#failure = error));
    this.#gzip.pipe(this.#file);
  }

  /** @param size of the whole body in bytes, known beforehand */
  async add(name: string, size: number, body: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
    await this.#write(header(name, size));
    let written = 0;
    for await (const chunk of body) {
      written += chunk.length;
      await this.#write(chunk);
    }
    if (written !== size) throw new Error(`${name} changed while it was being read; make the backup again.`);
    await this.#write(Buffer.alloc((512 - (size % 512)) % 512));
  }

  async addText(name: string, text: string): Promise<void> {
    const body = Buffer.from(text);
    await this.add(name, body.length, [body]);
  }

  async close(): Promise<void> {
    await this.#write(Buffer.alloc(1024));
    this.#gzip.end();
    if (!this.#failure) await once(this.#file, "close");
    if (this.#failure) throw this.#failure;
  }

  /** Gives up; the half-written file is the caller's to remove. */
  destroy(): void {
    this.#gzip.destroy();
    this.#file.destroy();
  }

  async #write(chunk: Uint8Array): Promise<void> {
    if (this.#failure) throw this.#failure;
    if (chunk.length === 0 || this.#gzip.write(chunk)) return;
    // A failed file never drains.
    await Promise.race([once(this.#gzip, "drain"), once(this.#file, "error")]);
    if (this.#failure) throw this.#failure;
  }
}

export type TarEntry = { name: string; size: number; body: () => AsyncGenerator<Buffer> };

/** The entries in order. Each body is read before the next entry is asked for; what is not read is skipped. @throws Error for what is no such archive */
export async function* readTar(path: string): AsyncGenerator<TarEntry> {
  const source = createReadStream(path);
  const gunzip = createGunzip();
  source.on("error", (error) => gunzip.destroy(error));
  const reader = new ByteReader(source.pipe(gunzip));
  while (true) {
    const block = await reader.take(512);
    if (block.every((byte) => byte === 0)) return;
    const { name, size } = parseHeader(block);
    let left = size;
    async function* body(): AsyncGenerator<Buffer> {
      while (left > 0) {
        const chunk = await reader.some(left);
        left -= chunk.length;
        yield chunk;
      }
    }
    yield { name, size, body };
    for await (const _skipped of body());
    await reader.take((512 - (size % 512)) % 512);
  }
}

class ByteReader {
  #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** At least one byte, at most `limit`. */
  async some(limit: number): Promise<Buffer> {
    while (this.#rest.length === 0) {
      const next = await this.#chunks.next();
      if (next.done) throw new Error("The archive ends in the middle: it was not written to the end.");
      this.#rest = next.value;
    }
    const taken = this.#rest.subarray(0, limit);
    this.#rest = this.#rest.subarray(taken.length);
    return taken;
  }

  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let left = length; left > 0; ) {
      const part = await this.some(left);
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts);
  }
}

function header(name: string, size: number): Buffer {
  const block = Buffer.alloc(512);
  const { prefix, rest } = splitName(name);
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, "0")}\0`;
  block.write(rest, 0);
  block.write(octal(0o600, 8) + octal(0, 8) + octal(0, 8), 100);
  block.write(octal(size, 12) + octal(0, 12), 124);
  block.write("        0", 148);
  block.write("ustar\x0000", 257);
  block.write(prefix, 345);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}

function splitName(name: string): { prefix: string; rest: string } {
  if (Buffer.byteLength(name) <= 100) return { prefix: "", rest: name };
  const cut = name.indexOf("/", Buffer.byteLength(name) - 101);
  if (cut < 0 || cut > 155) throw new Error(`The name ${name} is too long for a backup.`);
  return { prefix: name.slice(0, cut), rest: name.slice(cut + 1) };
}

function parseHeader(block: Buffer): { name: string; size: number } {
  const text = (from: number, length: number) => block.toString("utf8", from, from + length).split("\0")[0]!;
  if (text(257, 5) !== "ustar") throw new Error("This is not an archive of Balcão.");
  const prefix = text(345, 155);
  return { name: prefix ? `${prefix}/${text(0, 100)}` : text(0, 100), size: Number.parseInt(text(124, 12).trim(), 8) };
}
