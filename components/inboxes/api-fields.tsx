"use client";

import { useTranslations } from "next-intl";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { DraftForm } from "./channel-draft.ts";

export function ApiFields({ form }: { form: DraftForm }) {
  const t = useTranslations("inboxes");
  const ui = useTranslations("ui");
  return (
    <Field label={t("api.webhookUrl")} optional={ui("optional")} hint={t("api.webhookUrlHint")} error={form.errorOf("webhookUrl")}>
      {(control) => <Input {...control} type="url" inputMode="url" autoCapitalize="none" spellCheck={false} placeholder="https://" value={form.values.webhookUrl} onChange={(event) => form.set("webhookUrl", event.target.value)} />}
    </Field>
  );
}
