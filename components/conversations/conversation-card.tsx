"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { useFormat } from "#components/hooks/use-format.ts";
import { useTyping } from "#components/hooks/use-realtime.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { CountBadge } from "#components/ui/count-badge.tsx";
import type { ConversationView, InboxView, LabelView, TeamView } from "#lib/api-client/views.ts";
import { ChannelIcon } from "./channel-icon.tsx";
import { LastMessageLine } from "./last-message-line.tsx";

type ConversationCardProps = {
  conversation: ConversationView;
  inbox: InboxView | undefined;
  team: TeamView | undefined;
  labels: readonly LabelView[];
  userId: string;
  href: string;
  isOpen: boolean;
  onOpen: (id: string) => void;
  onHover: (id: string) => void;
};

/** One conversation in a list: who, the last word, and where it stands. */
export const ConversationCard = memo(function ConversationCard({ conversation, inbox, team, labels, userId, href, isOpen, onOpen, onHover }: ConversationCardProps) {
  const t = useTranslations("conversations");
  const format = useFormat();
  const typing = useTyping(conversation.id).some((each) => each.kind === "contact");
  const { contact, unreadCount } = conversation;
  const unread = unreadCount > 0;
  return (
    <a
      href={href}
      data-conversation={conversation.id}
      aria-current={isOpen ? "true" : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        onOpen(conversation.id);
      }}
      onMouseEnter={() => onHover(conversation.id)}
      onFocus={() => onHover(conversation.id)}
      className="focus-inset group relative flex h-full gap-2.5 border-b border-line px-3 py-2 hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:before:absolute aria-[current]:before:inset-y-0 aria-[current]:before:left-0 aria-[current]:before:w-[3px] aria-[current]:before:bg-accent"
    >
      <span className="relative mt-0.5 h-fit">
        <Avatar name={contact.name} src={contact.avatarUrl} size="lg" />
        <span aria-hidden className="absolute -bottom-1 -right-1 grid size-[1.125rem] place-items-center rounded-full bg-surface text-ink-soft ring-1 ring-line">
          <ChannelIcon type={inbox?.channel.type} className="size-[0.7rem]" />
        </span>
      </span>
      <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] content-start gap-px">
        <span className="flex items-baseline gap-2">
          <span className={`min-w-0 flex-1 truncate text-base text-ink ${unread ? "font-semibold" : "font-medium"}`}>{contact.name}</span>
          <time dateTime={conversation.lastActivityAt} title={format.full(conversation.lastActivityAt)} className={`shrink-0 text-xs tabular-nums ${unread ? "font-medium text-accent-text" : "text-ink-faint"}`}>
            {format.brief(conversation.lastActivityAt)}
          </time>
        </span>
        <span className="flex h-[1.125rem] items-center gap-2">
          <span className={`min-w-0 flex-1 truncate text-sm ${unread ? "text-ink" : "text-ink-soft"}`}>
            {typing ? <span className="font-medium text-accent-text">{t("typingNow")}</span> : <LastMessageLine last={conversation.lastMessage} userId={userId} />}
          </span>
          <CountBadge count={unreadCount} label={t("unreadCount", { count: unreadCount })} />
        </span>
        <span className="flex h-4 min-w-0 items-center gap-1.5 text-xs text-ink-faint">
          <span className="shrink-0 truncate font-medium text-ink-soft">{team?.name ?? t("general")}</span>
          {contact.phone ? <><Dot /><span className="truncate tabular-nums">{format.phone(contact.phone)}</span></> : null}
          <span className="ml-auto flex shrink-0 items-center gap-1">
            {labels.slice(0, 5).map((label) => <span key={label.id} title={label.name} className="size-2 rounded-full" style={{ background: label.color }}><span className="sr-only">{label.name}</span></span>)}
          </span>
        </span>
        <span className="flex h-4 min-w-0 items-center gap-1.5 text-2xs text-ink-faint">
          <span className="shrink-0 tabular-nums">{conversation.protocol}</span>
          <Dot />
          <span className="min-w-0 truncate">{inbox?.name}</span>
          <time dateTime={conversation.createdAt} title={t("openedAt", { at: format.full(conversation.createdAt) })} className="ml-auto shrink-0 tabular-nums"><span className="sr-only">{t("opened")} </span>{format.opened(conversation.createdAt)}</time>
        </span>
      </span>
    </a>
  );
});

function Dot() {
  return <span aria-hidden className="shrink-0 text-line-strong">·</span>;
}
