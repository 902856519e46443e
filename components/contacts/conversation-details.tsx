"use client";

import { useTranslations } from "next-intl";
import { ChannelIcon } from "#components/conversations/channel-icon.tsx";
import { useFormat } from "#components/hooks/use-format.ts";
import { useAgents, useInboxes, useLabels, useTeams } from "#components/shell/reference-data.ts";
import { Badge } from "#components/ui/badge.tsx";
import type { ConversationView } from "#lib/api-client/views.ts";
import { Detail, DetailList } from "./detail-list.tsx";

export function ConversationDetails({ conversation }: { conversation: ConversationView }) {
  const t = useTranslations("contacts");
  const tc = useTranslations("conversations");
  const format = useFormat();
  const inbox = useInboxes().find((each) => each.id === conversation.inboxId);
  const team = useTeams().find((each) => each.id === conversation.teamId);
  const agent = useAgents().find((each) => each.id === conversation.assigneeId);
  const labels = useLabels().filter((each) => conversation.labelIds.includes(each.id));
  return (
    <DetailList>
      <Detail label={t("protocol")}><span className="select-all tabular-nums">{conversation.protocol}</span></Detail>
      <Detail label={t("opened")}>{format.full(conversation.createdAt)}</Detail>
      {conversation.resolvedAt ? <Detail label={t("resolved")}>{format.full(conversation.resolvedAt)}</Detail> : null}
      <Detail label={t("inbox")}><span className="inline-flex items-center gap-1.5"><ChannelIcon type={inbox?.channel.type} />{inbox?.name}</span></Detail>
      <Detail label={t("team")}>{team?.name ?? tc("general")}</Detail>
      <Detail label={t("agent")}>{agent?.name ?? tc("nobody")}</Detail>
      {labels.length ? (
        <Detail label={tc("labels")}>
          <span className="flex flex-wrap gap-1">{labels.map((label) => <Badge key={label.id}><span aria-hidden className="size-2 rounded-full" style={{ background: label.color }} />{label.name}</Badge>)}</span>
        </Detail>
      ) : null}
    </DetailList>
  );
}
