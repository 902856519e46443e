"use client";

import { useTranslations } from "next-intl";
import type { MessageView } from "#lib/api-client/views.ts";

/** What a message answers; leads there. */
export function ReplyQuote({ reply, onJump }: { reply: NonNullable<MessageView["replyTo"]>; onJump: (seq: number, id: string) => void }) {
  const t = useTranslations("messages");
  return (
    <button
      type="button"
      onClick={() => onJump(reply.seq, reply.id)}
      aria-label={t("jumpToQuoted", { name: reply.senderName ?? "" })}
      className="mb-1 mt-0.5 block w-full rounded-md border-l-[3px] border-accent bg-ink/5 px-2 py-1 text-left hover:bg-ink/10"
    >
      <span className="block truncate text-xs font-semibold text-accent-text">{reply.senderName ?? t("message")}</span>
      <span className="line-clamp-2 break-words text-sm text-ink-soft">{reply.content || t("attachment")}</span>
    </button>
  );
}
