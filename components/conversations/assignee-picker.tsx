"use client";

import { UserRound, UserRoundX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useOnlineIds } from "#components/hooks/use-realtime.ts";
import { usePresent } from "#components/shell/account-provider.tsx";
import { useAgents } from "#components/shell/reference-data.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import type { ConversationView } from "#lib/api-client/views.ts";
import { PickerButton } from "./picker-button.tsx";

type AssigneePickerProps = { conversation: ConversationView; onAssign: (agentId: string | null) => unknown; open: boolean; onOpenChange: (open: boolean) => void };
const nobody = "nobody";

/** Who answers for it; oneself first. */
export function AssigneePicker({ conversation, onAssign, open, onOpenChange }: AssigneePickerProps) {
  const t = useTranslations("conversations");
  const ts = useTranslations("shell");
  const { profile } = usePresent();
  const agents = useAgents();
  const online = useOnlineIds();
  const assignee = agents.find((agent) => agent.id === conversation.assigneeId);
  const ordered = [...agents].sort((a, b) => Number(b.id === profile.id) - Number(a.id === profile.id) || a.name.localeCompare(b.name));
  return (
    <Combobox
      open={open}
      onOpenChange={onOpenChange}
      align="end"
      label={t("assign")}
      placeholder={t("findAgent")}
      empty={t("noAgentFound")}
      selected={[conversation.assigneeId ?? nobody]}
      onSelect={(value) => onAssign(value === nobody ? null : value)}
      options={[
        ...ordered.map((agent) => ({
          value: agent.id, label: agent.id === profile.id ? t("me", { name: agent.name }) : agent.name, keywords: [agent.email], detail: online.has(agent.id) ? ts(`availability.${agent.availability}`) : undefined,
          leading: <Avatar name={agent.name} src={agent.avatarUrl} size="sm" presence={online.has(agent.id) ? agent.availability : "offline"} />,
        })),
        { value: nobody, label: t("nobody"), leading: <UserRoundX aria-hidden className="size-4 text-ink-faint" /> },
      ]}
      trigger={
        <PickerButton label={assignee ? t("assignedTo", { name: assignee.name }) : t("assign")} shortcut="A" isSet={Boolean(assignee)}>
          {assignee ? <Avatar name={assignee.name} src={assignee.avatarUrl} size="xs" /> : <UserRound aria-hidden />}
          <span className="max-w-24 truncate @max-3xl:hidden">{assignee ? assignee.name.split(" ")[0] : t("nobody")}</span>
        </PickerButton>
      }
    />
  );
}
