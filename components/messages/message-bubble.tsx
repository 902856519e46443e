"use client";

import { Ban, Lock, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { useFormat } from "#components/hooks/use-format.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import type { MessageView } from "#lib/api-client/views.ts";
import { Attachments } from "./attachments.tsx";
import { bubbleClass } from "./bubble-class.ts";
import { DeliveryTick } from "./delivery-tick.tsx";
import { Extras } from "./extras.tsx";
import { FailureNote } from "./failure-note.tsx";
import { MessageActions } from "./message-actions.tsx";
import { Reactions } from "./reactions.tsx";
import { RefetchFiles } from "./refetch-files.tsx";
import { ReplyQuote } from "./reply-quote.tsx";
import { RichText } from "./rich-text.tsx";

type MessageBubbleProps = {
  message: MessageView;
  contactName: string;
  contactAvatarUrl: string | null;
  /** The contact has read as far as this, or further. */
  seen: boolean;
  first: boolean;
  last: boolean;
  /** Written by the reader. */
  own: boolean;
  onReply: (message: MessageView) => void;
  onJump: (seq: number, id: string) => void;
};

/**
 * One message: the contact's at the left, ours at the right, notes in brass. It takes no whole conversation, which is another
 * one after every event: what did not change in a long thread is not drawn again.
 */
export const MessageBubble = memo(function MessageBubble({ message, contactName, contactAvatarUrl, seen, first, last, own, onReply, onJump }: MessageBubbleProps) {
  const t = useTranslations("messages");
  const format = useFormat();
  const incoming = message.type === "incoming";
  const name = incoming ? contactName : (message.sender.name ?? t("system"));
  const kind = message.private ? "note" : incoming ? "in" : "out";
  const status = message.type === "outgoing" && !message.private && message.status ? (message.status !== "failed" && seen ? "read" : message.status) : null;
  const bare = isBare(message);
  return (
    <article
      data-message={message.id}
      data-kind={kind}
      // A tap brings out what can be done with it.
      tabIndex={-1}
      aria-label={t("bubbleLabel", { name, at: format.full(message.sentAt), kind })}
      className={`group/message relative outline-none flex max-w-full gap-2 rounded-xl ${first ? "mt-2.5" : "mt-0.5"} ${incoming ? "" : "flex-row-reverse"}`}
    >
      {incoming ? <span className="w-7 shrink-0 self-end max-md:hidden">{last ? <Avatar name={name} size="sm" src={contactAvatarUrl} className="mb-0.5 ml-0.5" /> : null}</span> : null}
      <div className={`flex min-w-0 max-w-[min(34rem,78%)] flex-col max-md:max-w-[86%] ${incoming ? "items-start" : "items-end"}`}>
        {first && (!incoming || message.private) && !own ? <span className="mb-0.5 px-1 text-xs font-medium text-ink-faint">{name}</span> : null}
        <div className={bare ? "max-w-full" : bubbleClass(kind, first, last)}>
          {message.private ? <span className="mb-0.5 flex items-center gap-1 text-xs font-semibold text-note-text"><Lock aria-hidden className="size-3" />{t("note")}</span> : null}
          {message.extras?.forwarded ? <span className="block text-xs italic text-ink-faint">{t("forwarded")}</span> : null}
          {message.replyTo ? <ReplyQuote reply={message.replyTo} onJump={onJump} /> : null}
          {message.deletedAt ? <span className="flex items-center gap-1.5 text-sm italic text-ink-faint"><Ban aria-hidden className="size-3.5" />{t("deleted")}</span> : null}
          <Attachments attachments={message.attachments} dimmed={message.deletedAt !== null} />
          {incoming && message.attachments.some((each) => each.state === "failed") ? <RefetchFiles messageId={message.id} /> : null}
          {message.extras ? <Extras extras={message.extras} /> : null}
          {message.content ? <RichText text={message.content} className={message.deletedAt ? "line-through opacity-60" : ""} /> : null}
          <span className={`flex items-center justify-end gap-1 text-2xs tabular-nums text-ink-faint ${message.content ? "-mt-0.5" : "mt-0.5"}`}>
            {message.editedAt ? <span className="flex items-center gap-0.5" title={format.full(message.editedAt)}><Pencil aria-hidden className="size-2.5" />{t("edited")}</span> : null}
            <time dateTime={message.sentAt} title={format.full(message.sentAt)}>{format.time(message.sentAt)}</time>
            {status ? <DeliveryTick status={status} /> : null}
          </span>
        </div>
        <Reactions reactions={message.reactions} message={message} />
        {status === "failed" ? <FailureNote message={message} /> : null}
      </div>
      {message.deletedAt ? null : <MessageActions message={message} onReply={onReply} />}
    </article>
  );
});

/** Stickers stand without a bubble. */
function isBare(message: MessageView): boolean {
  return !message.content && !message.replyTo && message.attachments.length === 1 && message.attachments[0]!.kind === "sticker";
}
