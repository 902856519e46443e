"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useApiMutation } from "#components/hooks/use-api-mutation.ts";
import { useForm } from "#components/hooks/use-form.ts";
import { demand } from "#components/hooks/demand.ts";
import { SelectField } from "#components/settings/select-field.tsx";
import { SettingsScreen } from "#components/settings/settings-screen.tsx";
import { useSettingsBack } from "#components/settings/use-settings-back.ts";
import { usePresent } from "#components/shell/account-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { toast } from "#components/ui/toast.ts";
import { type Locale, localeNames, locales } from "#lib/i18n/locales.ts";
import { setLocale } from "#lib/i18n/set-locale.ts";

/** Name, the name customers see, and the language. */
export function ProfileScreen() {
  const t = useTranslations("profile");
  const ui = useTranslations("ui");
  const back = useSettingsBack();
  const router = useRouter();
  const { profile } = usePresent();
  const save = useApiMutation("PATCH /api/profile", { invalidates: ["GET /api/accounts/{accountId}/agents"] });
  const form = useForm({ name: profile.name, displayName: profile.displayName ?? "", locale: (profile.locale ?? "pt-BR") as Locale }, async (values) => {
    demand(values, ["name"]);
    await save.mutateAsync({ body: values });
    if (values.locale !== profile.locale) setLocale(values.locale);
    toast.done(ui("saved"));
    router.refresh();
  });
  const shownName = form.values.displayName.trim() || form.values.name;

  return (
    <SettingsScreen title={t("title")} description={t("description")} back={back}>
      <Card>
        <form noValidate className="grid gap-5 p-5" onSubmit={(event) => { event.preventDefault(); void form.submit(); }}>
          <div className="flex items-center gap-4">
            <Avatar name={shownName} size="xl" />
            <div className="min-w-0">
              <p className="truncate text-lg font-semibold">{shownName}</p>
              <p className="truncate text-sm text-ink-faint">{profile.email}</p>
            </div>
          </div>
          {form.problem ? <Alert tone="bad">{form.problem}</Alert> : null}
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <Field label={t("name")} error={form.errorOf("name")}>
              {(control) => <Input {...control} autoComplete="name" maxLength={100} value={form.values.name} onChange={(event) => form.set("name", event.target.value)} />}
            </Field>
            <Field label={t("displayName")} optional={ui("optional")} hint={t("displayNameHint")} error={form.errorOf("displayName")}>
              {(control) => <Input {...control} autoComplete="nickname" maxLength={100} value={form.values.displayName} onChange={(event) => form.set("displayName", event.target.value)} />}
            </Field>
            <SelectField label={t("language")} error={form.errorOf("locale")} value={form.values.locale} onChange={(locale) => form.set("locale", locale)} options={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))} />
          </div>
          <div className="flex justify-end"><Button type="submit" variant="primary" disabled={!form.dirty} loading={form.busy}>{ui("save")}</Button></div>
        </form>
      </Card>
    </SettingsScreen>
  );
}
