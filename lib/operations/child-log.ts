import { closeSync, existsSync, openSync, renameSync, statSync, writeSync } from "node:fs";
import { progress } from "./progress.ts";

const maxBytes = 10 * 1024 * 1024;
const kept = 3;

/** One file of a child's output, turned over at 10 MB, three old ones kept. */
export class ChildLog {
  #file: string;
  #fd: number;
  #size: number;
  #rest = "";

  constructor(file: string) {
    this.#file = file;
    this.#fd = openSync(file, "a", 0o600);
    this.#size = statSync(file).size;
    if (this.#size > maxBytes) this.#turnOver();
  }

  /** For programs that write their log by themselves. */
  get fd(): number {
    return this.#fd;
  }

  /** Keeps everything; shows warnings and errors (pino levels 40 and up, and whatever is not JSON on stderr). */
  write(name: string, chunk: string, isError: boolean): void {
    try {
      writeSync(this.#fd, chunk);
      this.#size += Buffer.byteLength(chunk);
      if (this.#size > maxBytes) this.#turnOver();
    } catch (error) {
      // A full disk stops the log, not the instance.
      progress.warn(`the log of ${name} cannot be written (${(error as Error).message})`);
    }
    const lines = (this.#rest + chunk).split("\n");
    this.#rest = lines.pop()!.slice(-10_000);
    for (const line of lines) {
      const shown = terminalLine(line, isError);
      if (shown) progress.warn(`${name}: ${shown}`);
    }
  }

  close(): void {
    closeSync(this.#fd);
  }

  #turnOver(): void {
    closeSync(this.#fd);
    for (let n = kept - 1; n >= 1; n--) if (existsSync(`${this.#file}.${n}`)) renameSync(`${this.#file}.${n}`, `${this.#file}.${n + 1}`);
    renameSync(this.#file, `${this.#file}.1`);
    this.#fd = openSync(this.#file, "a", 0o600);
    this.#size = 0;
  }
}

function terminalLine(line: string, isError: boolean): string | undefined {
  if (line.startsWith("{")) {
    try {
      const entry = JSON.parse(line) as { level?: number; msg?: string; method?: string; path?: string; err?: { message?: string } | string };
      if ((entry.level ?? 0) < 40) return undefined;
      const request = entry.path && `${entry.method ?? ""} ${entry.path}`.trim();
      const reason = typeof entry.err === "string" ? entry.err : entry.err?.message;
      return [entry.msg, request, reason].filter(Boolean).join(": ");
    } catch {
      return line;
    }
  }
  return isError && line.trim() ? line : undefined;
}
