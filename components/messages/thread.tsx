"use client";

import { ArrowDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { useErrorText } from "#components/hooks/use-error-text.ts";
import { useFormat } from "#components/hooks/use-format.ts";
import { usePresent } from "#components/shell/account-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { ConversationView, MessageView } from "#lib/api-client/views.ts";
import { ActivityLine } from "./activity-line.tsx";
import { DaySeparator, UnreadDivider } from "./separators.tsx";
import { MessageBubble } from "./message-bubble.tsx";
import { type PendingMessage, unconfirmed } from "./outbox.ts";
import { PendingBubble } from "./pending-bubble.tsx";
import { ThreadSkeleton } from "./thread-skeleton.tsx";
import { threadRows } from "./thread-rows.ts";
import { TypingLine } from "./typing-line.tsx";
import { useMarkRead } from "./use-mark-read.ts";
import { usePending, useSend } from "./use-send.ts";
import { useThread } from "./use-thread.ts";
import { useThreadScroll } from "./use-thread-scroll.ts";

type ThreadProps = { conversation: ConversationView; onReply: (message: MessageView) => void; onEdit: (unsent: PendingMessage) => void };

/** Everything said in a conversation. Opens at the first unread message, follows the end, and never jumps. */
export function Thread({ conversation, onReply, onEdit }: ThreadProps) {
  const t = useTranslations("messages");
  const errorText = useErrorText();
  const format = useFormat();
  const { profile } = usePresent();
  // Where the reader had come to on opening: the divider stays there while they read.
  const [unreadAfter] = useState(conversation.unreadCount > 0 ? conversation.seenSeq : null);
  const { data, isPending, isError, error, refetch, loading, loadOlder, loadNewer, jumpTo } = useThread(conversation);
  const waiting = usePending(conversation.id);
  const { send, discard } = useSend(conversation.id);

  const messages = data?.items;
  // Who has answered has read.
  const answered = unreadAfter !== null && messages?.some((message) => message.type === "outgoing" && message.sender.id === profile.id && message.seq > unreadAfter);
  const rows = useMemo(
    () => (messages ? threadRows({ messages, pending: unconfirmed(messages, waiting), unreadAfter: answered ? null : unreadAfter, dayOf: format.day }) : []),
    [messages, waiting, unreadAfter, answered, format],
  );
  useEffect(() => {
    // Told by the socket, or found here after the page was closed: they have arrived.
    const shown = new Set(messages?.map((message) => message.clientId));
    for (const each of waiting) if (shown.has(each.clientId)) discard(each.clientId);
  }, [messages, waiting]);
  const { scroller, onScroll, atEnd, arrived, toEnd, showMessage } = useThreadScroll({ messages, pending: waiting.length, more: { older: data?.next != null, newer: data?.newer != null }, loadOlder, loadNewer, jumpTo });
  useMarkRead(conversation, messages, data?.newer === null && atEnd);

  if (isPending) return <ThreadSkeleton label={t("loading")} />;
  if (isError && !data) return <div className="grid min-h-0 flex-1 place-items-center"><ErrorState onRetry={() => void refetch()}>{errorText(error)}</ErrorState></div>;
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {/* Over the thread, not in it: nothing moves when it comes and goes. */}
      {loading === "older" ? <div role="status" aria-label={t("loadingOlder")} className="absolute left-1/2 top-2 z-20 grid size-8 -translate-x-1/2 place-items-center rounded-full border border-line bg-surface text-ink-faint shadow-pop"><Spinner /></div> : null}
      <div ref={scroller} onScroll={onScroll} tabIndex={0} role="log" aria-live="off" aria-label={t("threadLabel", { name: conversation.contact.name })} data-testid="thread" className="focus-inset min-h-0 flex-1 overflow-y-auto overscroll-contain [overflow-anchor:none]">
        <div className="mx-auto flex min-h-full w-full max-w-3xl flex-col justify-end px-4 py-4 max-md:px-3">
          {data.next === null ? <p className="py-3 text-center text-xs text-ink-faint">{t("beginning", { protocol: conversation.protocol })}</p> : null}
          {rows.map((row) => {
            if (row.kind === "day") return <DaySeparator key={row.key} at={row.at} />;
            if (row.kind === "unread") return <UnreadDivider key={row.key} />;
            if (row.kind === "activity") return <ActivityLine key={row.key} message={row.message} />;
            if (row.kind === "pending") return <PendingBubble key={row.key} pending={row.pending} onRetry={() => void send(row.pending)} onEdit={() => { discard(row.pending.clientId); onEdit(row.pending); }} onDiscard={() => discard(row.pending.clientId)} />;
            return <MessageBubble key={row.key} message={row.message} contactName={conversation.contact.name} contactAvatarUrl={conversation.contact.avatarUrl} seen={conversation.contactSeenSeq >= row.message.seq} first={row.first} last={row.last} own={row.message.sender.id === profile.id} onReply={onReply} onJump={showMessage} />;
          })}
          <TypingLine conversationId={conversation.id} />
        </div>
      </div>
      {atEnd && data.newer === null ? null : (
        <Button size="sm" variant={arrived ? "primary" : "secondary"} onClick={toEnd} className="!absolute bottom-3 left-1/2 -translate-x-1/2 rounded-full shadow-pop">
          <ArrowDown aria-hidden />
          {arrived ? t("newMessages", { count: arrived }) : t("toEnd")}
        </Button>
      )}
    </div>
  );
}
