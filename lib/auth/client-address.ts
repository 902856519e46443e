/**
 * Who a request comes from, for rate limits and the list of sessions: the last entry of X-Forwarded-For, which is the one
 * written by what stands directly in front of the app (our server.ts, or the operator's proxy). Earlier ones are hearsay.
 */
export function clientAddress(headers: Headers): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim().slice(0, 64) || "unknown";
}

export function clientOf(request: Request): { ipAddress: string; userAgent: string | null } {
  return { ipAddress: clientAddress(request.headers), userAgent: request.headers.get("user-agent") };
}
