"use client";

import { useTranslations } from "next-intl";
import { useForm } from "#components/hooks/use-form.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { toast } from "#components/ui/toast.ts";
import type { InboxView } from "#lib/api-client/views.ts";
import { MembersFields } from "./members-fields.tsx";
import { useInboxChanges } from "./use-inbox-changes.ts";

/** Whether everyone sees the inbox, or some. */
export function InboxMembersPanel({ inbox }: { inbox: InboxView }) {
  const ui = useTranslations("ui");
  const change = useInboxChanges(inbox.id);
  const form = useForm({ restricted: inbox.restricted, memberIds: inbox.memberIds }, async (values) => {
    await change(values);
    toast.done(ui("saved"));
  });
  return (
    <Card>
      <form noValidate className="grid gap-5 p-5" onSubmit={(event) => { event.preventDefault(); void form.submit(); }}>
        {form.problem ? <Alert tone="bad">{form.problem}</Alert> : null}
        <MembersFields form={form} />
        <div className="flex justify-end"><Button type="submit" variant="primary" disabled={!form.dirty} loading={form.busy}>{ui("save")}</Button></div>
      </form>
    </Card>
  );
}
