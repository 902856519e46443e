import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "../env.ts";

/** 256 random bits, readable in an address or a header. */
export function randomToken(prefix = ""): string {
  return prefix + randomBytes(32).toString("base64url");
}

/** What is kept of a token: random tokens need no salt. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

export function sameBytes(a: Uint8Array | string, b: Uint8Array | string): boolean {
  const left = Buffer.from(a as string);
  const right = Buffer.from(b as string);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** A signature under one purpose of the installation's secret. */
export function sign(purpose: string, text: string): string {
  return createHmac("sha256", derived(env().secretKeys[0]!, purpose)).update(text).digest("base64url");
}

/** Holds for the present key and for those being rotated out. */
export function isSigned(purpose: string, text: string, signature: string): boolean {
  return env().secretKeys.some((key) => sameBytes(createHmac("sha256", derived(key, purpose)).update(text).digest("base64url"), signature));
}

const layout = 1;

/**
 * AES-256-GCM. `identity` names the row it belongs to and is authenticated with it, so a ciphertext moved to another row
 * does not open. Sealed under the newest key of the ring. Layout: 1 (the layout's number, one byte), nonce (12), tag (16), text.
 */
export function encrypt(plain: string, identity: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", derived(env().secretKeys[0]!, "channel secrets"), nonce);
  cipher.setAAD(Buffer.from(identity));
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return new Uint8Array(Buffer.concat([Buffer.from([layout]), nonce, cipher.getAuthTag(), body]));
}

/** @throws Error when no key of the ring opens it, or it belongs to another row. */
export function decrypt(sealed: Uint8Array, identity: string): string {
  for (const key of env().secretKeys) {
    const plain = openWith(key, sealed, identity);
    if (plain !== null) return plain;
  }
  throw new Error("The stored secret does not open with SECRET_KEY: was the key changed without keeping the old one after a comma?");
}

/** The same under the newest key of the ring; null where it is already. @throws Error as decrypt */
export function reseal(sealed: Uint8Array, identity: string): Uint8Array<ArrayBuffer> | null {
  return openWith(env().secretKeys[0]!, sealed, identity) === null ? encrypt(decrypt(sealed, identity), identity) : null;
}

function openWith(key: string, sealed: Uint8Array, identity: string): string | null {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== layout) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", derived(key, "channel secrets"), bytes.subarray(1, 13));
    decipher.setAAD(Buffer.from(identity));
    decipher.setAuthTag(bytes.subarray(13, 29));
    return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

const keys = new Map<string, Buffer>();

function derived(key: string, purpose: string): Buffer {
  const name = `${purpose}\0${key}`;
  if (!keys.has(name)) keys.set(name, Buffer.from(hkdfSync("sha256", key, "balcao", purpose, 32)));
  return keys.get(name)!;
}
