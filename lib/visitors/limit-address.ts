import { limit, type LimitName } from "../api/rate-limit.ts";
import { clientAddress } from "../auth/client-address.ts";

/**
 * So much from one address on one inbox. Where the address is not told (no proxy, no header), only the limits by token
 * hold: better than one limit for everybody.
 * @throws AppError rate_limited
 */
export async function limitAddress(name: LimitName, headers: Headers, inboxId: string): Promise<void> {
  const address = clientAddress(headers);
  if (address !== "unknown") await limit(name, `${address} ${inboxId}`);
}
