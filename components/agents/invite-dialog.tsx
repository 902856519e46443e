"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useApiMutation } from "#components/hooks/use-api-mutation.ts";
import { useForm } from "#components/hooks/use-form.ts";
import { useFormat } from "#components/hooks/use-format.ts";
import { ChoiceCard } from "#components/settings/choice-card.tsx";
import { demand } from "#components/hooks/demand.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { CodeField } from "#components/ui/code-field.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { OutputOf } from "#lib/api-client/call.ts";

type Invitation = OutputOf<"POST /api/accounts/{accountId}/invitations">;
const roles = ["agent", "administrator"] as const;

/** Makes an invitation, then shows its link, which is never shown again. */
export function InviteDialog({ initial, onClose }: { initial: { email: string; role: string }; onClose: () => void }) {
  const t = useTranslations("agents");
  const ui = useTranslations("ui");
  const format = useFormat();
  const accountId = useAccountId();
  const [made, setMade] = useState<Invitation | null>(null);
  const invite = useApiMutation("POST /api/accounts/{accountId}/invitations", { invalidates: ["GET /api/accounts/{accountId}/invitations"] });
  const form = useForm({ email: initial.email, role: initial.role as (typeof roles)[number] }, async (values) => {
    demand(values, ["email"]);
    setMade(await invite.mutateAsync({ params: { accountId }, body: values }));
  });

  if (made) {
    return (
      <Dialog open onOpenChange={(open) => { if (!open) onClose(); }} title={t("linkTitle")} description={t("linkText", { email: made.email })} footer={<Button variant="primary" onClick={onClose}>{t("done")}</Button>}>
        <div className="grid gap-3">
          <CodeField value={made.link ?? ""} label={t("link")} multiline />
          <p className="text-sm text-ink-faint">{t("linkExpires", { date: format.full(made.expiresAt) })}</p>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => { if (!open) onClose(); }}
      title={t("inviteTitle")}
      description={t("inviteText")}
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button type="submit" form="invite-form" variant="primary" loading={form.busy}>{t("makeLink")}</Button>
        </>
      }
    >
      <form id="invite-form" noValidate className="grid gap-4" onSubmit={(event) => { event.preventDefault(); void form.submit(); }}>
        {form.problem ? <Alert tone="bad">{form.problem}</Alert> : null}
        <Field label={t("email")} error={form.errorOf("email")}>
          {(control) => <Input {...control} type="email" inputMode="email" autoCapitalize="none" autoComplete="off" spellCheck={false} autoFocus value={form.values.email} onChange={(event) => form.set("email", event.target.value)} />}
        </Field>
        <fieldset className="grid gap-2">
          <legend className="mb-1.5 text-sm font-medium">{t("role")}</legend>
          {roles.map((role) => (
            <ChoiceCard key={role} group="role" checked={form.values.role === role} onChoose={() => form.set("role", role)} title={t(`roles.${role}`)} about={t(`roleAbout.${role}`)} />
          ))}
        </fieldset>
      </form>
    </Dialog>
  );
}
