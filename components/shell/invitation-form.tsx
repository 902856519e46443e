"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
import { useErrorText } from "#components/hooks/use-error-text.ts";
import { demand } from "#components/hooks/demand.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { ApiError } from "#lib/api-client/api-error.ts";
import { call, type OutputOf } from "#lib/api-client/call.ts";
import { signIn } from "#lib/api-client/sign-in.ts";

type Invitation = OutputOf<"GET /api/invitations/{token}">;

/** The invited person says a name and a password (or, if they have a user already, only the password) and is inside. */
export function InvitationForm({ token }: { token: string }) {
  const t = useTranslations("auth");
  const errorText = useErrorText();
  const [invitation, setInvitation] = useState<Invitation | ApiError | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiError | null>(null);

  useEffect(() => {
    setInvitation(null);
    call("GET /api/invitations/{token}", { params: { token } }).then(setInvitation, setInvitation);
  }, [token, attempt]);

  if (!invitation) return <div role="status" aria-label={t("invitation")} className="grid gap-4"><Skeleton className="h-6 w-2/3" /><Skeleton className="h-10" /><Skeleton className="h-10" /></div>;
  if (invitation instanceof ApiError) {
    const gone = invitation.status === 404 || invitation.status === 410;
    return (
      <>
        <ErrorState title={gone ? t("invitationGone") : undefined} onRetry={gone ? undefined : () => setAttempt(attempt + 1)} className="!p-0">{gone ? t("invitationGoneText") : errorText(invitation)}</ErrorState>
        {gone ? <Button asChild block className="mt-5"><a href="/sign-in">{t("toSignIn")}</a></Button> : null}
      </>
    );
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const password = String(fields.get("password"));
    const name = fields.get("name");
    setBusy(true);
    setProblem(null);
    try {
      demand({ name, password }, name === null ? ["password"] : ["name", "password"]);
      const accepted = await call("POST /api/invitations/{token}", { params: { token }, body: name === null ? { password } : { name: String(name).trim(), password } });
      await signIn(accepted.email, password);
      location.assign(`/a/${accepted.accountId}/conversations`);
    } catch (error) {
      setProblem(error instanceof ApiError ? error : new ApiError("internal", 500, String(error)));
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <div>
        <h1 className="text-lg font-semibold tracking-[-0.01em]">{t("invitedTo", { account: invitation.accountName })}</h1>
        <p className="mt-0.5 text-base text-ink-soft">{invitation.hasUser ? t("invitedKnown") : t("invitedNew")}</p>
      </div>
      {problem && !problem.details.length ? <Alert tone="bad">{errorText(problem)}</Alert> : null}
      <Field label={t("email")}>
        {(control) => <Input {...control} value={invitation.email} readOnly autoComplete="username" className="h-10 bg-sunken" />}
      </Field>
      {invitation.hasUser ? null : (
        <Field label={t("name")} error={problem?.detail("name")}>
          {(control) => <Input {...control} name="name" autoComplete="name" autoFocus className="h-10" />}
        </Field>
      )}
      <Field label={invitation.hasUser ? t("yourPassword") : t("newPassword")} hint={invitation.hasUser ? undefined : t("passwordHint")} error={problem?.detail("password")}>
        {(control) => <PasswordInput {...control} name="password" autoComplete={invitation.hasUser ? "current-password" : "new-password"} className="h-10" />}
      </Field>
      <Button type="submit" variant="primary" size="lg" block loading={busy}>{t("accept")}</Button>
    </form>
  );
}
