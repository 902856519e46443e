import type { IncomingHttpHeaders } from "node:http";
import { isPrivateAddress } from "../auth/client-address.ts";
import { sameBytes } from "../auth/secrets.ts";

const proxyHeader = /^(forwarded|via|x-forwarded-.+|x-real-ip|x-client-ip|true-client-ip|cf-connecting-ip)$/;

/**
 * Who may read /metrics: whoever knows METRICS_TOKEN; without one only who connects from this machine or a private network
 * itself, not through a proxy that has let somebody in. `headers` as they came, before X-Forwarded-For is rewritten.
 * @returns the status to answer with
 */
export function mayReadMetrics(request: { headers: IncomingHttpHeaders; remoteAddress: string | undefined }, token: string | undefined): 200 | 401 | 404 {
  if (token) return sameBytes(request.headers.authorization ?? "", `Bearer ${token}`) ? 200 : 401;
  const direct = !Object.keys(request.headers).some((name) => proxyHeader.test(name));
  return direct && isPrivateAddress(request.remoteAddress) ? 200 : 404;
}
