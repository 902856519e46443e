"use client";

import { useTranslations } from "next-intl";
import { PeoplePicker } from "#components/agents/people-picker.tsx";
import { useApiMutation } from "#components/hooks/use-api-mutation.ts";
import { useForm } from "#components/hooks/use-form.ts";
import { demand } from "#components/hooks/demand.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { useAgents } from "#components/shell/reference-data.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { toast } from "#components/ui/toast.ts";
import type { TeamView } from "#lib/api-client/views.ts";

const invalidates = ["GET /api/accounts/{accountId}/teams"] as const;

/** A new team (`null`), or a change to one. */
export function TeamDialog({ team, onClose }: { team: TeamView | null; onClose: () => void }) {
  const t = useTranslations("teams");
  const ui = useTranslations("ui");
  const accountId = useAccountId();
  const agents = useAgents();
  const create = useApiMutation("POST /api/accounts/{accountId}/teams", { invalidates });
  const update = useApiMutation("PATCH /api/accounts/{accountId}/teams/{id}", { invalidates });
  const form = useForm({ name: team?.name ?? "", memberIds: team?.memberIds ?? [] }, async (values) => {
    demand(values, ["name"]);
    if (team) await update.mutateAsync({ params: { accountId, id: team.id }, body: values });
    else await create.mutateAsync({ params: { accountId }, body: values });
    toast.done(t(team ? "saved" : "created"));
    onClose();
  });

  return (
    <Dialog
      open
      onOpenChange={(open) => { if (!open) onClose(); }}
      title={team ? t("editTitle") : t("newTitle")}
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button type="submit" form="team-form" variant="primary" loading={form.busy}>{team ? ui("save") : t("create")}</Button>
        </>
      }
    >
      <form id="team-form" noValidate className="grid gap-4" onSubmit={(event) => { event.preventDefault(); void form.submit(); }}>
        {form.problem ? <Alert tone="bad">{form.problem}</Alert> : null}
        <Field label={t("name")} hint={t("nameHint")} error={form.errorOf("name")}>
          {(control) => <Input {...control} autoFocus maxLength={80} value={form.values.name} onChange={(event) => form.set("name", event.target.value)} />}
        </Field>
        <PeoplePicker label={t("whoIsIn")} agents={agents} value={form.values.memberIds} error={form.errorOf("memberIds")} onChange={(ids) => form.set("memberIds", ids)} />
      </form>
    </Dialog>
  );
}
