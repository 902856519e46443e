import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/** The address a request came from, as server.ts wrote it; "unknown" where a route is called without a server. */
export function clientAddress(headers: Headers): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim().slice(0, 64) || "unknown";
}

export function clientOf(request: Request): { ipAddress: string; userAgent: string | null } {
  return { ipAddress: clientAddress(request.headers), userAgent: request.headers.get("user-agent") };
}

/**
 * Who really speaks: the other end of the connection, or, when that is a proxy on this machine or a private network, the
 * last address it added to X-Forwarded-For. What a client writes there itself is not believed.
 */
export function trueAddress(remoteAddress: string | undefined, forwardedFor: string | string[] | undefined): string {
  const remote = withoutPrefix(remoteAddress);
  const last = String(forwardedFor ?? "").split(",").at(-1)?.trim() ?? "";
  return isPrivateAddress(remote) && isIP(last) ? last : remote;
}

/** This machine, or a private network. */
export function isPrivateAddress(remoteAddress: string | undefined): boolean {
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/i.test(withoutPrefix(remoteAddress));
}

/** IPv4 as a socket for both names it. */
function withoutPrefix(remoteAddress: string | undefined): string {
  return (remoteAddress ?? "unknown").replace(/^::ffff:/, "");
}

/** Writes the true address into a request, in place of whatever X-Forwarded-For it came with. */
export function noteTrueAddress(request: IncomingMessage): void {
  const address = trueAddress(request.socket.remoteAddress, request.headers["x-forwarded-for"]);
  // Both forms of the headers are read by what stands behind: the raw list by the API's listener, the object by Next.
  const others = request.rawHeaders.filter((_, n, raw) => raw[n - (n % 2)]!.toLowerCase() !== "x-forwarded-for");
  request.rawHeaders.splice(0, request.rawHeaders.length, ...others, "X-Forwarded-For", address);
  request.headers["x-forwarded-for"] = address;
}
