"use client";

import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTeams } from "#components/shell/reference-data.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import type { ConversationView, TeamView } from "#lib/api-client/views.ts";
import { PickerButton } from "./picker-button.tsx";

type TeamPickerProps = { conversation: ConversationView; onTransfer: (team: TeamView | null) => unknown; open: boolean; onOpenChange: (open: boolean) => void };
const general = "general";

/** Whose queue it is in. */
export function TeamPicker({ conversation, onTransfer, open, onOpenChange }: TeamPickerProps) {
  const t = useTranslations("conversations");
  const teams = useTeams();
  const team = teams.find((each) => each.id === conversation.teamId);
  return (
    <Combobox
      open={open}
      onOpenChange={onOpenChange}
      align="end"
      label={t("changeTeam")}
      placeholder={t("findTeam")}
      empty={t("noTeamFound")}
      selected={[conversation.teamId ?? general]}
      onSelect={(value) => onTransfer(teams.find((each) => each.id === value) ?? null)}
      options={[...teams.map((each) => ({ value: each.id, label: each.name, detail: t("members", { count: each.memberIds.length }) })), { value: general, label: t("general") }]}
      trigger={
        <PickerButton label={t("teamIs", { name: team?.name ?? t("general") })} shortcut="T" isSet={Boolean(team)}>
          <Users aria-hidden />
          <span className="max-w-28 truncate @max-3xl:hidden">{team?.name ?? t("general")}</span>
        </PickerButton>
      }
    />
  );
}
