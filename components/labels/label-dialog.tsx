"use client";

import { useTranslations } from "next-intl";
import { useForm } from "#components/hooks/use-form.ts";
import { useApiMutation } from "#components/hooks/use-api-mutation.ts";
import { ColorField } from "#components/settings/color-field.tsx";
import { demand } from "#components/hooks/demand.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { toast } from "#components/ui/toast.ts";
import type { LabelView } from "#lib/api-client/views.ts";


const invalidates = ["GET /api/accounts/{accountId}/labels"] as const;

/** A new label (`null`), or a change to one. */
export function LabelDialog({ label, onClose }: { label: LabelView | null; onClose: () => void }) {
  const t = useTranslations("labels");
  const ui = useTranslations("ui");
  const accountId = useAccountId();
  const create = useApiMutation("POST /api/accounts/{accountId}/labels", { invalidates });
  const update = useApiMutation("PATCH /api/accounts/{accountId}/labels/{id}", { invalidates });
  const form = useForm({ name: label?.name ?? "", color: label?.color ?? "#2563eb", description: label?.description ?? "", showInSidebar: label?.showInSidebar ?? true }, async (values) => {
    demand(values, ["name"]);
    if (label) await update.mutateAsync({ params: { accountId, id: label.id }, body: values });
    else await create.mutateAsync({ params: { accountId }, body: values });
    toast.done(t(label ? "saved" : "created"));
    onClose();
  });

  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => { if (!open) onClose(); }}
      title={label ? t("editTitle") : t("newTitle")}
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button type="submit" form="label-form" variant="primary" loading={form.busy}>{label ? ui("save") : t("create")}</Button>
        </>
      }
    >
      <form id="label-form" noValidate className="grid gap-4" onSubmit={(event) => { event.preventDefault(); void form.submit(); }}>
        {form.problem ? <Alert tone="bad">{form.problem}</Alert> : null}
        <Field label={t("name")} hint={t("nameHint")} error={form.errorOf("name")}>
          {(control) => <Input {...control} autoFocus maxLength={60} value={form.values.name} onChange={(event) => form.set("name", event.target.value)} />}
        </Field>
        <ColorField label={t("color")} value={form.values.color} error={form.errorOf("color")} onChange={(color) => form.set("color", color)} />
        <Field label={t("about")} optional={ui("optional")} error={form.errorOf("description")}>
          {(control) => <Input {...control} maxLength={300} value={form.values.description} onChange={(event) => form.set("description", event.target.value)} />}
        </Field>
        <Switch checked={form.values.showInSidebar} onCheckedChange={(on) => form.set("showInSidebar", on)} label={t("show")} hint={t("showHint")} />
      </form>
    </Dialog>
  );
}
