"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useApiMutation } from "#components/hooks/use-api-mutation.ts";
import { useForm } from "#components/hooks/use-form.ts";
import { demand } from "#components/hooks/demand.ts";
import { useRefusalText } from "#components/settings/use-refusal-text.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardHeader } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { toast } from "#components/ui/toast.ts";
import type { InboxView } from "#lib/api-client/views.ts";
import { channelOf, type DraftForm, draftOf } from "./channel-draft.ts";
import { ChannelFields } from "./channel-fields.tsx";
import { useInboxChanges } from "./use-inbox-changes.ts";

/** Name and channel settings, and the end of the inbox. */
export function InboxSettingsPanel({ inbox }: { inbox: InboxView }) {
  const t = useTranslations("inboxes");
  const ui = useTranslations("ui");
  const change = useInboxChanges(inbox.id);
  const { type } = inbox.channel;
  const form = useForm({ name: inbox.name, ...draftOf(inbox) }, async ({ name, ...draft }) => {
    demand({ name, phoneNumberId: type === "whatsapp" ? draft.phoneNumberId : "-" }, ["name", "phoneNumberId"]);
    await change({ name, channel: channelOf(type, draft, false) });
    toast.done(ui("saved"));
  });
  return (
    <div className="grid grid-cols-1 gap-5">
      <Card>
        <form noValidate className="grid gap-5 p-5" onSubmit={(event) => { event.preventDefault(); void form.submit(); }}>
          {form.problem ? <Alert tone="bad">{form.problem}</Alert> : null}
          <Field label={t("name")} hint={t("nameHint")} error={form.errorOf("name")}>
            {(control) => <Input {...control} maxLength={100} value={form.values.name} onChange={(event) => form.set("name", event.target.value)} />}
          </Field>
          <ChannelFields type={type} form={form as DraftForm} isNew={false} />
          <div className="flex justify-end"><Button type="submit" variant="primary" disabled={!form.dirty} loading={form.busy}>{ui("save")}</Button></div>
        </form>
      </Card>
      <DeleteInbox inbox={inbox} />
    </div>
  );
}

function DeleteInbox({ inbox }: { inbox: InboxView }) {
  const t = useTranslations("inboxes");
  const accountId = useAccountId();
  const router = useRouter();
  const refusalText = useRefusalText();
  const [open, setOpen] = useState(false);
  const remove = useApiMutation("DELETE /api/accounts/{accountId}/inboxes/{id}", {
    invalidates: ["GET /api/accounts/{accountId}/inboxes"],
    onSuccess: () => { toast.done(t("deleted")); router.replace(`/a/${accountId}/settings/inboxes`); },
  });
  return (
    <Card className="pb-1.5">
      <CardHeader title={t("delete")} description={t("deleteAbout")} actions={<Button variant="danger-ghost" onClick={() => setOpen(true)}>{t("delete")}</Button>} />
      <ConfirmDialog
        open={open}
        onOpenChange={(next) => { setOpen(next); remove.reset(); }}
        title={t("deleteTitle", { name: inbox.name })}
        description={t("deleteText")}
        confirmLabel={t("delete")}
        danger
        loading={remove.isPending}
        onConfirm={() => remove.mutate({ params: { accountId, id: inbox.id } })}
      >
        {remove.error ? <Alert tone="bad">{refusalText(remove.error)}</Alert> : null}
      </ConfirmDialog>
    </Card>
  );
}
