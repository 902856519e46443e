"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useApiMutation } from "#components/hooks/use-api-mutation.ts";
import { useForm } from "#components/hooks/use-form.ts";
import { demand } from "#components/hooks/demand.ts";
import { SelectField } from "#components/settings/select-field.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { CodeField } from "#components/ui/code-field.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";

const lives = ["30", "90", "365", "never"] as const;

/** Makes a token and shows it, this once. */
export function TokenDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("profile");
  const ui = useTranslations("ui");
  const [token, setToken] = useState<string | null>(null);
  const create = useApiMutation("POST /api/profile/tokens", { invalidates: ["GET /api/profile/tokens"] });
  const form = useForm({ name: "", days: "never" as (typeof lives)[number] }, async ({ name, days }) => {
    demand({ name }, ["name"]);
    const life = days === "never" ? {} : { expiresAt: new Date(Date.now() + Number(days) * 86_400_000).toISOString() };
    setToken((await create.mutateAsync({ body: { name, ...life } })).token ?? "");
  });
  const close = (open: boolean) => { if (!open) onClose(); };

  if (token !== null) {
    return (
      <Dialog open onOpenChange={close} title={t("tokenMade")} footer={<Button variant="primary" onClick={onClose}>{t("tokenKept")}</Button>}>
        <div className="grid gap-3">
          <Alert tone="warn">{t("tokenOnce")}</Alert>
          <CodeField value={token} label={t("token")} multiline />
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={close}
      title={t("newToken")}
      description={t("newTokenText")}
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button type="submit" form="token-form" variant="primary" loading={form.busy}>{t("createToken")}</Button>
        </>
      }
    >
      <form id="token-form" noValidate className="grid gap-4" onSubmit={(event) => { event.preventDefault(); void form.submit(); }}>
        {form.problem ? <Alert tone="bad">{form.problem}</Alert> : null}
        <Field label={t("tokenName")} hint={t("tokenNameHint")} error={form.errorOf("name")}>
          {(control) => <Input {...control} autoFocus autoComplete="off" maxLength={100} value={form.values.name} onChange={(event) => form.set("name", event.target.value)} />}
        </Field>
        <SelectField label={t("tokenLife")} error={form.errorOf("expiresAt")} value={form.values.days} onChange={(days) => form.set("days", days)} options={lives.map((days) => ({ value: days, label: days === "never" ? t("neverExpires") : t("days", { count: Number(days) }) }))} />
      </form>
    </Dialog>
  );
}
