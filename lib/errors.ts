/** Every error a person can cause. The code is stable and names the sentence in the catalogs (`errors.<code>`). */
export const errorStatus = {
  invalid_input: 422,
  malformed_json: 400,
  unauthenticated: 401,
  invalid_credentials: 401,
  invalid_signature: 401,
  forbidden: 403,
  wrong_origin: 403,
  domain_not_allowed: 403,
  identity_required: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  already_taken: 409,
  idempotency_mismatch: 409,
  expired: 410,
  too_large: 413,
  unsupported_file: 415,
  unsupported_media_type: 415,
  wrong_host: 421,
  not_supported_by_channel: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
  storage_full: 507,
} as const;

export type ErrorCode = keyof typeof errorStatus;
export type ErrorDetail = { path: string; message: string };

/** Thrown by verbs and routes; `lib/api/define-route` turns it into `{ error: { code, message, details? } }`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetail[] | undefined;
  /** Seconds after which trying again makes sense (sent as Retry-After). */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, options: { details?: ErrorDetail[]; retryAfterSeconds?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.details = options.details;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  get status(): number {
    return errorStatus[this.code];
  }
}

/** The answer for rows that do not exist and for rows of other accounts alike. */
export function notFound(): AppError {
  return new AppError("not_found", "There is nothing here, or you may not see it.");
}
