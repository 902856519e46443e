"use client";

import { Pencil, Plus, Tag, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useApiMutation } from "#components/hooks/use-api-mutation.ts";
import { useApiQuery } from "#components/hooks/use-api-query.ts";
import { QueryStates } from "#components/settings/query-states.tsx";
import { SettingsScreen } from "#components/settings/settings-screen.tsx";
import { useRefusalText } from "#components/settings/use-refusal-text.ts";
import { useSettingsBack } from "#components/settings/use-settings-back.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { List, ListRow } from "#components/ui/list-row.tsx";
import { toast } from "#components/ui/toast.ts";
import type { LabelView } from "#lib/api-client/views.ts";
import { LabelDialog } from "./label-dialog.tsx";

const read = "GET /api/accounts/{accountId}/labels";

/** The account's labels: made, coloured, changed, deleted. */
export function LabelsScreen() {
  const t = useTranslations("labels");
  const accountId = useAccountId();
  const refusalText = useRefusalText();
  const back = useSettingsBack();
  const labels = useApiQuery(read, { params: { accountId } });
  const [editing, setEditing] = useState<LabelView | "new" | null>(null);
  const [deleting, setDeleting] = useState<LabelView | null>(null);
  const remove = useApiMutation("DELETE /api/accounts/{accountId}/labels/{id}", {
    invalidates: [read],
    onSuccess: () => { setDeleting(null); toast.done(t("deleted")); },
    onError: (error) => toast.failed(refusalText(error)),
  });
  const create = <Button variant="primary" onClick={() => setEditing("new")}><Plus aria-hidden />{t("new")}</Button>;

  return (
    <SettingsScreen title={t("title")} description={t("description")} back={back} actions={labels.data?.items.length ? create : undefined}>
      <Card>
        <QueryStates query={labels} isEmpty={({ items }) => items.length === 0} empty={<EmptyState icon={<Tag />} title={t("empty")} action={create}>{t("emptyText")}</EmptyState>}>
          {({ items }) => (
            <List label={t("title")}>
              {items.map((label) => (
                <ListRow
                  key={label.id}
                  leading={<span aria-hidden className="size-3.5 shrink-0 rounded-full ring-1 ring-inset ring-black/10" style={{ backgroundColor: label.color }} />}
                  title={<>{label.name}{label.showInSidebar ? null : <Badge>{t("hidden")}</Badge>}</>}
                  detail={label.description}
                  actions={
                    <>
                      <IconButton label={t("edit", { name: label.name })} onClick={() => setEditing(label)}><Pencil aria-hidden /></IconButton>
                      <IconButton variant="danger" label={t("delete", { name: label.name })} onClick={() => setDeleting(label)}><Trash2 aria-hidden /></IconButton>
                    </>
                  }
                />
              ))}
            </List>
          )}
        </QueryStates>
      </Card>
      {editing ? <LabelDialog label={editing === "new" ? null : editing} onClose={() => setEditing(null)} /> : null}
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
