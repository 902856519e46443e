import { Code, MessageCircle } from "lucide-react";
import type { ChannelType } from "#lib/api-client/views.ts";

/** A channel's mark. Its name stands beside it or in the label of what holds it. */
export function ChannelIcon({ type, className }: { type: ChannelType | undefined; className?: string }) {
  const look = className ?? "size-3.5";
  if (type === "whatsapp") {
    return (
      <svg viewBox="0 0 16 16" aria-hidden className={look}>
        <path d="M8 1.3a6.6 6.6 0 0 0-5.7 9.9l-.9 3.4 3.5-.9A6.6 6.6 0 1 0 8 1.3z" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />
        <path d="M5.9 4.9c.2-.2.6-.2.7.1l.5 1.1c.1.2 0 .4-.1.5l-.3.4c.4.8 1 1.4 1.8 1.8l.5-.5c.1-.1.3-.2.5-.1l1 .5c.3.2.4.5.2.8-.4.7-1.1 1-1.8.8-1.8-.5-3.1-1.8-3.6-3.6-.2-.7 0-1.4.6-1.8z" fill="currentColor" />
      </svg>
    );
  }
  return type === "api" ? <Code aria-hidden className={look} /> : <MessageCircle aria-hidden className={look} />;
}
