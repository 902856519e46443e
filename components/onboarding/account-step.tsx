"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import type { Form } from "#components/hooks/use-form.ts";
import { SelectField } from "#components/settings/select-field.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { localeNames, locales } from "#lib/i18n/locales.ts";
import { setLocale } from "#lib/i18n/set-locale.ts";
import type { OnboardingDraft } from "./onboarding-draft.ts";

/** Those of the Americas and Iberia first; the browser's own is always among them. */
const zones = ["America/Sao_Paulo", "America/Manaus", "America/Cuiaba", "America/Recife", "America/Rio_Branco", "America/Noronha", "America/Argentina/Buenos_Aires", "America/Santiago", "America/Bogota", "America/Lima", "America/Mexico_City", "America/New_York", "America/Los_Angeles", "Europe/Lisbon", "Europe/Madrid", "Europe/London", "UTC"];

export function AccountStep({ form }: { form: Form<OnboardingDraft> }) {
  const t = useTranslations("onboarding");
  const router = useRouter();
  const { values, set, errorOf } = form;
  const offered = zones.includes(values.timeZone) ? zones : [values.timeZone, ...zones];
  return (
    <>
      <Field label={t("account.name")} error={errorOf("accountName") ?? errorOf("name")}>
        {(control) => <Input {...control} autoFocus autoComplete="organization" maxLength={100} className="h-10" value={values.accountName} onChange={(event) => set("accountName", event.target.value)} />}
      </Field>
      <SelectField label={t("account.locale")} error={errorOf("locale")} className="!h-10" value={values.accountLocale} onChange={(locale) => { set("accountLocale", locale); setLocale(locale); router.refresh(); }} options={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))} />
      <SelectField label={t("account.timeZone")} error={errorOf("timeZone")} className="!h-10" value={values.timeZone} onChange={(zone) => set("timeZone", zone)} options={offered.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))} />
    </>
  );
}
