"use client";

import { ArrowLeft, CircleHelp, Eye, PanelRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useViewers } from "#components/hooks/use-realtime.ts";
import { useShortcuts } from "#components/hooks/use-shortcuts.ts";
import { useCan, usePresent } from "#components/shell/account-provider.tsx";
import { useInboxes } from "#components/shell/reference-data.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { ConversationView } from "#lib/api-client/views.ts";
import { AssigneePicker } from "./assignee-picker.tsx";
import { ChannelIcon } from "./channel-icon.tsx";
import { LabelPicker } from "./label-picker.tsx";
import { ResolveButton } from "./resolve-button.tsx";
import { StartButton } from "./start-button.tsx";
import { StatusBadge } from "./status-badge.tsx";
import { TeamPicker } from "./team-picker.tsx";
import { useConversationActions } from "./use-conversation-actions.ts";

type ConversationHeaderProps = { conversation: ConversationView; panelOpen: boolean; onTogglePanel: () => void; onBack: () => void; onHelp: () => void };
type Picker = "assignee" | "team" | "labels";

/** Whom one is talking to, where it stands, and what can be done with it. */
export function ConversationHeader({ conversation, panelOpen, onTogglePanel, onBack, onHelp }: ConversationHeaderProps) {
  const t = useTranslations("conversations");
  const { profile } = usePresent();
  const canUpdate = useCan("conversation:update");
  const inbox = useInboxes().find((each) => each.id === conversation.inboxId);
  const actions = useConversationActions(conversation);
  const viewers = useViewers(conversation.id).filter((each) => each.id !== profile.id);
  const [picker, setPicker] = useState<Picker | null>(null);
  const open = (which: Picker) => ({ open: picker === which, onOpenChange: (isOpen: boolean) => setPicker(isOpen ? which : null) });
  useShortcuts({ a: () => setPicker("assignee"), t: () => setPicker("team"), l: () => setPicker("labels"), e: () => void (conversation.status === "resolved" ? actions.reopen() : actions.resolve()) }, canUpdate);
  const { contact } = conversation;

  return (
    <header className="@container shrink-0 border-b border-line bg-surface">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 px-3 py-2 pt-[max(0.5rem,env(safe-area-inset-top))] md:min-h-14">
      <span className="md:hidden"><IconButton label={t("backToList")} onClick={onBack}><ArrowLeft aria-hidden /></IconButton></span>
      <button type="button" onClick={onTogglePanel} aria-expanded={panelOpen} aria-label={t("contactDetails", { name: contact.name })} className="flex min-w-0 flex-1 items-center gap-2.5 rounded-md text-left hover:bg-hover md:-my-1 md:px-1 md:py-1">
        <Avatar name={contact.name} src={contact.avatarUrl} size="lg" />
        <span className="min-w-0 flex-1">
          <span className="flex min-w-0 items-center gap-2">
            <h2 className="truncate text-base font-semibold">{contact.name}</h2>
            <StatusBadge status={conversation.status} />
          </span>
          <span className="flex min-w-0 items-center gap-1.5 overflow-hidden text-xs text-ink-faint">
            <ChannelIcon type={inbox?.channel.type} className="size-3 shrink-0" />
            <span className="min-w-0 truncate">{inbox?.name}</span>
            <span className="shrink-[3] truncate tabular-nums max-sm:hidden">· {conversation.protocol}</span>
          </span>
        </span>
      </button>
      {viewers.length ? (
        <span role="status" title={t("viewers", { names: viewers.map((each) => each.name).join(", ") })} className="flex items-center gap-1.5 text-ink-faint">
          <Eye aria-hidden className="size-4 shrink-0" />
          <span className="flex -space-x-1">
          {viewers.slice(0, 3).map((each) => <Avatar key={each.id} name={each.name} size="sm" className="rounded-full ring-2 ring-surface" />)}
          </span>
          <span className="sr-only">{t("viewers", { names: viewers.map((each) => each.name).join(", ") })}</span>
        </span>
      ) : null}
      {canUpdate ? (
        <div className="flex items-center gap-1.5 max-md:order-last max-md:w-full max-md:overflow-x-auto max-md:[scrollbar-width:none]">
          <AssigneePicker conversation={conversation} onAssign={actions.assign} {...open("assignee")} />
          <TeamPicker conversation={conversation} onTransfer={actions.transfer} {...open("team")} />
          <LabelPicker conversation={conversation} onLabels={actions.setLabels} {...open("labels")} />
          <StartButton conversation={conversation} actions={actions} />
          <ResolveButton conversation={conversation} actions={actions} />
        </div>
      ) : null}
      <span className="flex items-center max-md:hidden">
        <IconButton label={t("shortcuts")} shortcut="?" onClick={onHelp} className="max-lg:hidden"><CircleHelp aria-hidden /></IconButton>
        <IconButton label={t(panelOpen ? "hidePanel" : "showPanel")} aria-pressed={panelOpen} onClick={onTogglePanel}><PanelRight aria-hidden /></IconButton>
      </span>
      </div>
    </header>
  );
}
