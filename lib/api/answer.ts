import { describeError, isOutage } from "../db/is-outage.ts";
import { AppError } from "../errors.ts";
import { logger } from "../logger.ts";

/** JSON with the headers every API answer carries. Dates are ISO 8601 in UTC. */
export function answer(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", "x-content-type-options": "nosniff", ...headers },
  });
}

/** The one place where an error becomes a response. What is not an AppError is ours: logged, and told as "internal". */
export function answerError(error: unknown, request: Request): Response {
  const known = error instanceof AppError ? error : translate(error);
  if (known.status >= 500) logger.error({ err: error, method: request.method, path: new URL(request.url).pathname }, "request failed");
  const headers: Record<string, string> = known.retryAfterSeconds ? { "retry-after": String(known.retryAfterSeconds) } : {};
  return answer({ error: { code: known.code, message: known.message, details: known.details } }, known.status, headers);
}

/** Failures of what we stand on. */
function translate(error: unknown): AppError {
  if (/ENOSPC|53100|No space left/.test(describeError(error))) return new AppError("storage_full", "The server's disk is full. Tell whoever runs it; nothing was saved.", { cause: error });
  if (isOutage(error)) return new AppError("unavailable", "The database does not answer right now. Nothing was lost; try again in a moment.", { retryAfterSeconds: 2, cause: error });
  return new AppError("internal", "Something went wrong on our side. It has been logged; try again.", { cause: error });
}
