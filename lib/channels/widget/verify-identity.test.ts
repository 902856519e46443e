import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { verifyIdentity } from "./verify-identity.ts";

const vectors: { identifier: string; key: string; identifier_hash: string }[] = JSON.parse(
  readFileSync(new URL("../../../tests/fixtures/signatures/widget-identifier-hash.json", import.meta.url), "utf8"),
).vectors;

test.each(vectors)("$identifier is believed with its hash, and with no other", ({ identifier, key, identifier_hash: hash }) => {
  expect(verifyIdentity(identifier, hash, key)).toBe(true);
  expect(verifyIdentity(identifier, hash.toUpperCase(), key)).toBe(true);
  expect(verifyIdentity(`${identifier}x`, hash, key)).toBe(false);
  expect(verifyIdentity(identifier, hash, `${key}x`)).toBe(false);
  expect(verifyIdentity(identifier, hash.replace(/^./, (first) => (first === "0" ? "1" : "0")), key)).toBe(false);
});

test.each(["", "abc", "z".repeat(64), "a".repeat(63), `${"a".repeat(64)}\n`])("%j is no hash", (hash) => {
  expect(verifyIdentity("user-123", hash, "hmac_token")).toBe(false);
});
