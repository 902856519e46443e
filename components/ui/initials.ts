/** Up to two letters for a name; a phone number gives its last two digits; "?" when there is nothing to show. */
export function initials(name: string): string {
  const trimmed = name.trim();
  if (/^\+?[\d\s().-]{6,}$/.test(trimmed)) return trimmed.replace(/\D/g, "").slice(-2);
  const words = trimmed.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word));
  const first = words[0];
  if (!first) return "?";
  const last = words.length > 1 ? words.at(-1) : undefined;
  return (firstLetter(first) + (last ? firstLetter(last) : "")).toUpperCase();
}

function firstLetter(word: string): string {
  return [...word].find((char) => /\p{L}|\p{N}/u.test(char)) ?? "";
}

/** The same name always gets the same colour, on every screen and for everyone (FNV-1a). */
export function colorIndex(name: string, colors: number): number {
  let hash = 0x811c9dc5;
  for (const char of name.trim().toLowerCase()) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % colors;
}
