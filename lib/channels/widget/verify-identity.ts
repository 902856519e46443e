import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Did the site's server sign this identifier? `identifierHash` is the hex HMAC-SHA256 of the identifier under the inbox's
 * secret (the field's usual `identifier_hash`). Compared in constant time; upper-case hex passes.
 */
export function verifyIdentity(identifier: string, identifierHash: string, secret: string): boolean {
  if (!/^[0-9a-f]{64}$/i.test(identifierHash)) return false;
  const expected = createHmac("sha256", secret).update(identifier, "utf8").digest();
  return timingSafeEqual(expected, Buffer.from(identifierHash, "hex"));
}
