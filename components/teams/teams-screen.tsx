"use client";

import { Pencil, Plus, Trash2, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PeopleStack } from "#components/agents/people-stack.tsx";
import { useApiMutation } from "#components/hooks/use-api-mutation.ts";
import { useApiQuery } from "#components/hooks/use-api-query.ts";
import { QueryStates } from "#components/settings/query-states.tsx";
import { SettingsScreen } from "#components/settings/settings-screen.tsx";
import { useRefusalText } from "#components/settings/use-refusal-text.ts";
import { useSettingsBack } from "#components/settings/use-settings-back.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { useAgents } from "#components/shell/reference-data.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { List, ListRow } from "#components/ui/list-row.tsx";
import { toast } from "#components/ui/toast.ts";
import type { TeamView } from "#lib/api-client/views.ts";
import { TeamDialog } from "./team-dialog.tsx";

const read = "GET /api/accounts/{accountId}/teams";

/** The sectors and who is in them. */
export function TeamsScreen() {
  const t = useTranslations("teams");
  const accountId = useAccountId();
  const refusalText = useRefusalText();
  const back = useSettingsBack();
  const agents = useAgents();
  const teams = useApiQuery(read, { params: { accountId } });
  const [editing, setEditing] = useState<TeamView | "new" | null>(null);
  const [deleting, setDeleting] = useState<TeamView | null>(null);
  const remove = useApiMutation("DELETE /api/accounts/{accountId}/teams/{id}", {
    invalidates: [read],
    onSuccess: () => { setDeleting(null); toast.done(t("deleted")); },
    onError: (error) => toast.failed(refusalText(error)),
  });
  const create = <Button variant="primary" onClick={() => setEditing("new")}><Plus aria-hidden />{t("new")}</Button>;

  return (
    <SettingsScreen title={t("title")} description={t("description")} back={back} actions={teams.data?.items.length ? create : undefined}>
      <Card>
        <QueryStates query={teams} isEmpty={({ items }) => items.length === 0} empty={<EmptyState icon={<UsersRound />} title={t("empty")} action={create}>{t("emptyText")}</EmptyState>}>
          {({ items }) => (
            <List label={t("title")}>
              {items.map((team) => (
                <ListRow
                  key={team.id}
                  title={team.name}
                  detail={t("members", { count: team.memberIds.length })}
                  meta={<PeopleStack agents={agents} ids={team.memberIds} />}
                  actions={
                    <>
                      <IconButton label={t("edit", { name: team.name })} onClick={() => setEditing(team)}><Pencil aria-hidden /></IconButton>
                      <IconButton variant="danger" label={t("delete", { name: team.name })} onClick={() => setDeleting(team)}><Trash2 aria-hidden /></IconButton>
                    </>
                  }
                />
              ))}
            </List>
          )}
        </QueryStates>
      </Card>
      {editing ? <TeamDialog team={editing === "new" ? null : editing} onClose={() => setEditing(null)} /> : null}
      <ConfirmDialog
        open={deleting !== null}
        onOpenChange={(open) => { if (!open) setDeleting(null); }}
        title={t("deleteTitle", { name: deleting?.name ?? "" })}
        description={t("deleteText")}
        confirmLabel={t("deleteConfirm")}
        danger
        loading={remove.isPending}
        onConfirm={() => { if (deleting) remove.mutate({ params: { accountId, id: deleting.id } }); }}
      />
    </SettingsScreen>
  );
}
