import { AppError } from "../errors.ts";

/** PostgreSQL keeps no NUL, and half a surrogate pair is no character: the first goes, the second becomes U+FFFD. */
export function storableText(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

/** The beginning of a text, never ending in half of a character. `length` in UTF-16 units. */
export function beginningOf(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
}

const deepest = 60;

/** What came from outside, with every text in it (and every key) fit to be stored. @throws AppError invalid_input when nested absurdly deep */
export function storable<T>(value: T, depth = 0): T {
  if (typeof value === "string") return storableText(value) as T;
  if (value === null || typeof value !== "object") return value;
  if (depth > deepest) throw new AppError("invalid_input", `The input is nested more than ${deepest} levels deep.`);
  if (Array.isArray(value)) return value.map((item) => storable(item, depth + 1)) as T;
  if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [storableText(key), storable(part, depth + 1)])) as T;
}
