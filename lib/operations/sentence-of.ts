import type { AppError } from "#lib/errors.ts";
import { OperatorError } from "./operator-error.ts";

type Coded = { code?: string; path?: string; address?: string; port?: number; message?: string; errors?: unknown[] };

/** What the operator reads when something failed: one sentence that says what to do, never a stack. */
export function sentenceOf(error: unknown): string {
  if (error instanceof OperatorError) return error.message;
  if ((error as Error | undefined)?.name === "AppError") {
    const { message, details } = error as AppError;
    return [message, ...(details ?? []).map((detail) => `${detail.path}: ${detail.message}`)].join(" ");
  }
  if (isFullDisk(error)) return "The disk is full. Free some space and run the command again; nothing was left half-done.";
  const { code, path, address, port, message, errors } = (error ?? {}) as Coded;
  // Node groups one failure per address ("localhost" is two) without a message of its own.
  if (!message && errors?.length) return sentenceOf(errors[0]);
  switch (code) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return `Balcão may not write to ${path ?? "a file it needs"}. Change the owner of the folder, or choose another with BALCAO_DATA.`;
    case "EADDRINUSE":
      return `Port ${port ?? ""} is already in use. Choose another, for example PORT=3001.`;
    case "ECONNREFUSED":
    case "ECONNRESET":
    case "ENOTFOUND":
    case "ETIMEDOUT":
      return `Nothing answers at ${address ?? "the given address"}${port ? `:${port}` : ""}. Is it running, and is the address right?`;
    case "28P01":
    case "28000":
      return "PostgreSQL refused the user name or password in DATABASE_URL.";
    case "3D000":
      return `The database named in DATABASE_URL does not exist (${message}). Create it first, for example with createdb.`;
    case "53300":
      return "PostgreSQL has no free connections left. Raise max_connections or lower DATABASE_POOL.";
    default:
      return message ? firstLine(message) : String(error);
  }
}

/** True for a full disk or quota, reported by the file system or by PostgreSQL. */
export function isFullDisk(error: unknown): boolean {
  const { code } = (error ?? {}) as Coded;
  return code === "ENOSPC" || code === "EDQUOT" || code === "53100";
}

// The configuration's error lists one variable per line: keep those.
function firstLine(message: string): string {
  return message.startsWith("The configuration") ? message : message.split("\n").find((line) => line.trim())!.trim();
}
