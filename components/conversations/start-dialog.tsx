"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { usePresent } from "#components/shell/account-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { ConversationView, TeamView } from "#lib/api-client/views.ts";

type StartDialogProps = { conversation: ConversationView; teams: readonly TeamView[]; onStart: (teamId: string) => void; onClose: () => void };

/** A conversation in Geral gets its team when someone starts it. */
export function StartDialog({ conversation, teams, onStart, onClose }: StartDialogProps) {
  const t = useTranslations("conversations");
  const { account } = usePresent();
  const own = teams.filter((team) => account.teamIds.includes(team.id));
  const ordered = [...own, ...teams.filter((team) => !own.includes(team))];
  const [teamId, setTeamId] = useState(ordered[0]?.id ?? "");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title={t("startTitle", { name: conversation.contact.name })}
      description={t("startText")}
      footer={<><Button onClick={onClose}>{t("cancel")}</Button><Button variant="primary" disabled={!teamId} onClick={() => onStart(teamId)}>{t("start")}</Button></>}
    >
      <fieldset className="grid gap-1">
        <legend className="sr-only">{t("chooseTeam")}</legend>
        {ordered.map((team) => (
          <label key={team.id} className="flex min-h-10 items-center gap-2.5 rounded-md px-2.5 hover:bg-hover has-checked:bg-accent-soft max-md:min-h-11">
            <input type="radio" name="team" value={team.id} checked={team.id === teamId} onChange={() => setTeamId(team.id)} className="size-4 accent-accent" />
            <span className="flex-1 font-medium">{team.name}</span>
            {own.includes(team) ? <span className="text-sm text-ink-faint">{t("yourTeam")}</span> : null}
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
