"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useErrorText } from "#components/hooks/use-error-text.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { call } from "#lib/api-client/call.ts";
import { signIn } from "#lib/api-client/sign-in.ts";
import { isLocale } from "#lib/i18n/locales.ts";
import { setLocale } from "#lib/i18n/set-locale.ts";

/** E-mail and password. Fields keep what was typed when it is refused. */
export function SignInForm({ next, reason }: { next: string | null; reason: string | null }) {
  const t = useTranslations("auth");
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const email = String(fields.get("email")).trim();
    const password = String(fields.get("password"));
    if (!email || !password) return setProblem(t("fillBoth"));
    setBusy(true);
    setProblem(null);
    try {
      await signIn(email, password);
      const profile = await call("GET /api/profile", {});
      if (isLocale(profile.locale)) setLocale(profile.locale);
      location.assign(safePath(next));
    } catch (error) {
      setProblem(errorText(error));
      setBusy(false);
      form.querySelector<HTMLInputElement>("[name=password]")?.select();
    }
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <div>
        <h1 className="text-lg font-semibold tracking-[-0.01em]">{t("welcome")}</h1>
        <p className="mt-0.5 text-base text-ink-soft">{t("welcomeText")}</p>
      </div>
      {problem ? <Alert tone="bad">{problem}</Alert> : reason === "signed-out" ? <Alert>{t("signedOut")}</Alert> : null}
      <Field label={t("email")}>
        {(control) => <Input {...control} name="email" type="email" inputMode="email" autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus className="h-10" />}
      </Field>
      <Field label={t("password")}>
        {(control) => <PasswordInput {...control} name="password" autoComplete="current-password" className="h-10" />}
      </Field>
      <Button type="submit" variant="primary" size="lg" block loading={busy}>{t("signIn")}</Button>
      <p className="text-center text-sm text-ink-faint">{t("forgot")}</p>
    </form>
  );
}

/** Only a path of this site: an address that leads away is ignored. */
function safePath(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : "/";
}
