export type TextPart = string | { text: string; href: string };

const address = /\b(?:https?:\/\/|www\.)[^\s<>"'“”]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/gi;

/** Plain text as text and links (web and e-mail addresses); the punctuation after an address stays text. */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    let link = match[0].replace(/[.,;:!?…]+$/, "");
    // A closing bracket belongs to the sentence unless it was opened inside the address.
    while (/[)\]}]$/.test(link) && !hasOpening(link)) link = link.slice(0, -1).replace(/[.,;:!?…]+$/, "");
    if (match.index > from) parts.push(text.slice(from, match.index));
    const href = /^https?:/i.test(link) ? link : /^www\./i.test(link) ? `https://${link}` : `mailto:${link}`;
    parts.push({ text: link, href });
    from = match.index + link.length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

function hasOpening(link: string): boolean {
  const close = link.at(-1)!;
  const open = { ")": "(", "]": "[", "}": "{" }[close]!;
  return link.split(open).length >= link.split(close).length;
}
