import { boot } from "./boot.ts";
import type { WidgetStrings } from "./messages.ts";

/** A failed request: its code, and whether trying the same again can help. */
export class Failure extends Error {
  readonly code: string;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: string, retryAfterSeconds?: number) {
    super(code);
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get passing(): boolean {
    return this.code === "network" || this.code === "server" || this.code === "rate_limited";
  }

  /** The catalog's key of what to tell the visitor. */
  get sentence(): keyof WidgetStrings {
    if (this.code === "network" && !navigator.onLine) return "error.offline";
    const key = `error.${this.code}` as keyof WidgetStrings;
    return key in boot.strings ? key : "error.server";
  }
}

/** The failure that an HTTP answer stands for. */
export function failureOf(status: number, body: unknown, retryAfter: string | null): Failure {
  const code = (body as { error?: { code?: string } } | null)?.error?.code;
  if (status >= 500 && code !== "storage_full") return new Failure("server");
  return new Failure(code ?? (status === 413 ? "too_large" : "invalid_input"), Number(retryAfter) || undefined);
}
