import { env } from "../env.ts";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * The Host names this server answers to: that of BASE_URL, ALLOWED_HOSTS and the machine itself. Anything else is refused
 * before any code builds an address from it.
 */
export function isAllowedHost(host: string | undefined): boolean {
  const name = (host ?? "").toLowerCase().replace(/:\d+$/, "");
  if (loopback.has(name)) return true;
  if (name === new URL(env().baseUrl).hostname) return true;
  return env().ALLOWED_HOSTS.split(",").map((allowed) => allowed.trim().toLowerCase()).filter(Boolean).includes(name);
}
