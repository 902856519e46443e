import { expect, test } from "vitest";
import { env } from "../env.ts";
import { decrypt, encrypt, isSigned, sign } from "./secrets.ts";

test("a secret opens for its own row only, and never after a byte of it changed", () => {
  const sealed = encrypt("token", "inbox:1:a");
  expect(decrypt(sealed, "inbox:1:a")).toBe("token");
  expect(() => decrypt(sealed, "inbox:2:a")).toThrow("SECRET_KEY");
  for (let at = 0; at < sealed.length; at++) {
    const changed = Uint8Array.from(sealed);
    changed[at]! ^= 1;
    expect(() => decrypt(changed, "inbox:1:a")).toThrow();
  }
});

test("the same secret looks different each time", () => {
  expect(Buffer.from(encrypt("x", "i"))).not.toEqual(Buffer.from(encrypt("x", "i")));
});

test("a signature holds for its purpose and text, and through a rotation of the key", () => {
  const signature = sign("file", "1/a");
  expect(isSigned("file", "1/a", signature)).toBe(true);
  expect(isSigned("other", "1/a", signature)).toBe(false);
  expect(isSigned("file", "1/b", signature)).toBe(false);
  expect(isSigned("file", "1/a", "")).toBe(false);
  const keys = env().secretKeys;
  const sealed = encrypt("old", "row");
  env().secretKeys = ["a-new-secret-for-tests-only-0123456789abcdef", ...keys];
  expect(isSigned("file", "1/a", signature)).toBe(true);
  expect(decrypt(sealed, "row")).toBe("old");
  env().secretKeys = ["a-new-secret-for-tests-only-0123456789abcdef"];
  expect(isSigned("file", "1/a", signature)).toBe(false);
  expect(() => decrypt(sealed, "row")).toThrow("SECRET_KEY");
  env().secretKeys = keys;
});
