/** @jsxImportSource preact */
import { splitLinks } from "./split-links.ts";

/** A few emoji and nothing else are drawn large. */
const onlyEmoji = /^(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*\s*){1,3}$/u;

export function isOnlyEmoji(text: string): boolean {
  return onlyEmoji.test(text.trim());
}

export function MessageText({ text }: { text: string }) {
  return (
    <p class="text">
      {splitLinks(text).map((part, index) =>
        typeof part === "string" ? (
          part
        ) : (
          <a key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow ugc">
            {part.text}
          </a>
        ),
      )}
    </p>
  );
}
