"use client";

import { useTranslations } from "next-intl";
import type { Form } from "#components/hooks/use-form.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import type { OnboardingDraft } from "./onboarding-draft.ts";

export function AdministratorStep({ form }: { form: Form<OnboardingDraft> }) {
  const t = useTranslations("onboarding");
  const { values, set, errorOf } = form;
  return (
    <>
      <Field label={t("administrator.name")} error={errorOf("name")}>
        {(control) => <Input {...control} autoFocus autoComplete="name" maxLength={100} className="h-10" value={values.name} onChange={(event) => set("name", event.target.value)} />}
      </Field>
      <Field label={t("administrator.email")} error={errorOf("email")}>
        {(control) => <Input {...control} type="email" inputMode="email" autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={254} className="h-10" value={values.email} onChange={(event) => set("email", event.target.value)} />}
      </Field>
      <Field label={t("administrator.password")} hint={t("administrator.passwordHint")} error={errorOf("password")}>
        {(control) => <PasswordInput {...control} autoComplete="new-password" className="h-10" value={values.password} onChange={(event) => set("password", event.target.value)} />}
      </Field>
    </>
  );
}
