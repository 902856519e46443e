"use client";

import { useTranslations } from "next-intl";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import type { DraftForm } from "./channel-draft.ts";

const plain = { autoCapitalize: "none", autoComplete: "off", spellCheck: false } as const;

/** What Meta's dashboard shows, by the names it has there. */
export function WhatsappFields({ form, isNew }: { form: DraftForm; isNew: boolean }) {
  const t = useTranslations("inboxes");
  const ui = useTranslations("ui");
  const { values, set, errorOf } = form;
  const idError = (field: "phoneNumberId" | "businessAccountId") => (errorOf(field) && values[field].trim() ? t("whatsapp.idWrong") : errorOf(field));
  return (
    <div className="@container grid gap-4">
      <div className="grid items-start gap-4 @lg:grid-cols-2">
        <Field label={t("whatsapp.phoneNumberId")} hint={t("whatsapp.phoneNumberIdHint")} error={idError("phoneNumberId")}>
          {(control) => <Input {...control} {...plain} inputMode="numeric" value={values.phoneNumberId} onChange={(event) => set("phoneNumberId", event.target.value)} />}
        </Field>
        <Field label={t("whatsapp.businessAccountId")} optional={ui("optional")} error={idError("businessAccountId")}>
          {(control) => <Input {...control} {...plain} inputMode="numeric" value={values.businessAccountId} onChange={(event) => set("businessAccountId", event.target.value)} />}
        </Field>
      </div>
      <Field label={t("whatsapp.accessToken")} hint={isNew ? t("whatsapp.accessTokenHint") : t("whatsapp.kept")} error={errorOf("accessToken")}>
        {(control) => <PasswordInput {...control} {...plain} placeholder={isNew ? "" : "••••••••"} value={values.accessToken} onChange={(event) => set("accessToken", event.target.value)} />}
      </Field>
      <Field label={t("whatsapp.appSecret")} hint={isNew ? t("whatsapp.appSecretHint") : t("whatsapp.kept")} error={errorOf("appSecret")}>
        {(control) => <PasswordInput {...control} {...plain} placeholder={isNew ? "" : "••••••••"} value={values.appSecret} onChange={(event) => set("appSecret", event.target.value)} />}
      </Field>
      <details className="group rounded-lg border border-line px-4 py-3 open:pb-4" open={Boolean(errorOf("graphUrl") || errorOf("graphVersion")) || undefined}>
        <summary className="rounded-sm text-sm font-medium text-ink-soft">{t("advanced")}</summary>
        <div className="mt-4 grid items-start gap-4 @lg:grid-cols-2">
          <Field label={t("whatsapp.graphUrl")} hint={t("whatsapp.graphUrlHint")} error={errorOf("graphUrl")}>
            {(control) => <Input {...control} {...plain} type="url" placeholder="https://graph.facebook.com" value={values.graphUrl} onChange={(event) => set("graphUrl", event.target.value)} />}
          </Field>
          <Field label={t("whatsapp.graphVersion")} error={errorOf("graphVersion")}>
            {(control) => <Input {...control} {...plain} placeholder="v26.0" value={values.graphVersion} onChange={(event) => set("graphVersion", event.target.value)} />}
          </Field>
        </div>
      </details>
    </div>
  );
}
