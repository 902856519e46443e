import type { ErrorCode, ErrorDetail } from "../errors.ts";

/** A refusal of the API, or no answer at all (`offline`). `code` names the sentence in the catalog `errors`. */
export class ApiError extends Error {
  readonly code: ErrorCode | "offline";
  readonly status: number;
  readonly details: readonly ErrorDetail[];
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode | "offline", status: number, message: string, details: readonly ErrorDetail[] = [], retryAfterSeconds?: number) {
    super(message);
    this.name = "ApiError";
    this.code = code;
    this.status = status;
    this.details = details;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** The API's word on one field of the input, if it had any. */
  detail(path: string): string | undefined {
    return this.details.find((detail) => detail.path === path)?.message;
  }
}
