import { env } from "../env.ts";
import { AppError } from "../errors.ts";

/**
 * Cross-site request forgery: a browser says where a write comes from (Origin, Sec-Fetch-Site), and only our own pages may
 * use the session cookie. Programs send neither header, and no cookie.
 * @throws AppError wrong_origin
 */
export function assertOwnOrigin(request: Request): void {
  if (request.headers.get("authorization")) return;
  const site = request.headers.get("sec-fetch-site");
  if (site && site !== "same-origin" && site !== "none") throw wrongOrigin();
  const origin = request.headers.get("origin");
  if (origin && !isOwnOrigin(origin, request.headers.get("host"))) throw wrongOrigin();
}

export function isOwnOrigin(origin: string, host: string | null): boolean {
  if (origin === new URL(env().baseUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function wrongOrigin(): AppError {
  return new AppError("wrong_origin", "This request came from another site. Open Balcão and try there.");
}
