import { memo, type ReactNode } from "react";

const address = /\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}'*_~]/g;

/** One to three emoji and nothing else are shown large, as on a phone. */
const onlyEmoji = /^(?:(?:\p{RI}\p{RI}|\p{Emoji_Presentation}|\p{Emoji}\uFE0F)(?:\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic}\uFE0F?)*\s*){1,3}$/u;

/** Text as it was written, line breaks kept, web addresses as links. Never HTML. */
export const RichText = memo(function RichText({ text, className }: { text: string; className?: string }) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    parts.push(text.slice(from, match.index));
    parts.push(<a key={match.index} href={match[0]} target="_blank" rel="noopener noreferrer nofollow" className="text-accent-text underline decoration-accent-line underline-offset-2 hover:decoration-current">{match[0]}</a>);
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return <p dir="auto" className={`whitespace-pre-wrap break-words [overflow-wrap:anywhere] ${onlyEmoji.test(text) ? "text-4xl leading-tight" : ""} ${className ?? ""}`}>{parts}</p>;
});
