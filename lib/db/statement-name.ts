import { createHash } from "node:crypto";

/** Statements written by hand are few; lists of unknown length (`in ($1, $2, …)`) would each be another statement. */
const most = 1_000;
const unbounded = /\bIN \(\$\d+,/;
const names = new Map<string, string>();

/** The name under which a connection keeps this statement prepared, so that it is parsed once; undefined: do not keep it. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= most || unbounded.test(text)) return undefined;
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 22);
  names.set(text, name);
  return name;
}
