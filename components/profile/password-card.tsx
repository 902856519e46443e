"use client";

import { useTranslations } from "next-intl";
import { useApiMutation } from "#components/hooks/use-api-mutation.ts";
import { useForm } from "#components/hooks/use-form.ts";
import { demand } from "#components/hooks/demand.ts";
import { usePresent } from "#components/shell/account-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { toast } from "#components/ui/toast.ts";

const blank = { currentPassword: "", password: "" };

export function PasswordCard() {
  const t = useTranslations("profile");
  const { profile } = usePresent();
  const change = useApiMutation("PUT /api/profile/password", { invalidates: ["GET /api/profile/sessions"] });
  const form = useForm(blank, async (values) => {
    demand(values, ["currentPassword", "password"]);
    await change.mutateAsync({ body: values });
    toast.done(t("passwordChanged"));
    // After useForm has taken the sent values for its own.
    setTimeout(() => form.reset(blank));
  });
  return (
    <Card>
      <CardHeader title={t("password")} description={t("passwordText")} />
      <CardBody>
        <form noValidate className="grid gap-4" onSubmit={(event) => { event.preventDefault(); void form.submit(); }}>
          {form.problem ? <Alert tone="bad">{form.problem}</Alert> : null}
          {/* For password managers. */}
          <input type="hidden" name="username" autoComplete="username" value={profile.email} readOnly />
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <Field label={t("currentPassword")} error={form.errorOf("currentPassword")}>
              {(control) => <PasswordInput {...control} autoComplete="current-password" value={form.values.currentPassword} onChange={(event) => form.set("currentPassword", event.target.value)} />}
            </Field>
            <Field label={t("newPassword")} hint={t("passwordHint")} error={form.errorOf("password")}>
              {(control) => <PasswordInput {...control} autoComplete="new-password" value={form.values.password} onChange={(event) => form.set("password", event.target.value)} />}
            </Field>
          </div>
          <div className="flex justify-end"><Button type="submit" variant="primary" disabled={!form.dirty} loading={form.busy}>{t("changePassword")}</Button></div>
        </form>
      </CardBody>
    </Card>
  );
}
