"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { channelOf, type DraftForm, emptyDraft, requiredOf } from "#components/inboxes/channel-draft.ts";
import { useForm } from "#components/hooks/use-form.ts";
import { demand } from "#components/hooks/demand.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { TooltipProvider } from "#components/ui/tooltip.tsx";
import { ApiError } from "#lib/api-client/api-error.ts";
import { call } from "#lib/api-client/call.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { AccountStep } from "./account-step.tsx";
import { AdministratorStep } from "./administrator-step.tsx";
import { DoneStep } from "./done-step.tsx";
import { InboxStep } from "./inbox-step.tsx";
import type { OnboardingDraft } from "./onboarding-draft.ts";
import { StepDots } from "./step-dots.tsx";

type Made = { accountId: number; inboxId: string | null };

const steps = ["account", "administrator", "inbox"] as const;
/** Which step a refused field is on: the way back leads there. */
const stepOfPath = (path: string): number => (path.startsWith("inbox.") ? 2 : path.startsWith("administrator.") || path === "password" ? 1 : 0);

/** The first run: one question per screen, and everything is written at the end, at once. */
export function OnboardingScreen({ baseUrl }: { baseUrl: string }) {
  const t = useTranslations("onboarding");
  const inboxes = useTranslations("inboxes");
  const locale = useLocale() as Locale;
  const [step, setStep] = useState(0);
  const [made, setMade] = useState<Made | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useForm<OnboardingDraft>(
    { ...emptyDraft, accountName: "", accountLocale: locale, timeZone: "America/Sao_Paulo", name: "", email: "", password: "", inboxName: inboxes("nameExample.widget"), channel: "widget" },
    async (values) => {
      if (step === 0) demand(values, ["accountName"]);
      if (step === 1) demandAdministrator(values);
      if (step < 2) return setStep(step + 1);
      if (values.channel !== "later") demand(values, ["inboxName", ...requiredOf[values.channel]]);
      try {
        setMade(await call("POST /api/onboarding", { body: bodyOf(values) }));
      } catch (error) {
        if (error instanceof ApiError && error.details[0]) setStep(stepOfPath(error.details[0].path));
        throw error;
      }
    },
  );

  useEffect(() => setStepZone(form.set), []);
  useEffect(() => { if (step > 0) heading.current?.focus(); }, [step]);

  if (made) return <TooltipProvider><DoneStep made={made} channel={form.values.channel} baseUrl={baseUrl} /></TooltipProvider>;
  const name = steps[step]!;
  return (
    <form noValidate className="grid gap-5" onSubmit={(event) => { event.preventDefault(); void form.submit(); }}>
      <StepDots step={step} count={steps.length} label={t("progress", { step: step + 1, count: steps.length })} />
      <div>
        <h1 ref={heading} tabIndex={-1} className="text-lg font-semibold tracking-[-0.01em] outline-none">{t(`${name}.title`)}</h1>
        <p className="mt-0.5 text-base text-ink-soft">{t(`${name}.text`)}</p>
      </div>
      {form.problem ? <Alert tone="bad">{form.problem}</Alert> : null}
      {name === "account" ? <AccountStep form={form} /> : name === "administrator" ? <AdministratorStep form={form} /> : <InboxStep form={form as unknown as DraftForm & typeof form} />}
      <div className="flex gap-2">
        {step > 0 ? <Button size="lg" onClick={() => setStep(step - 1)} disabled={form.busy}>{t("back")}</Button> : null}
        <Button once type="submit" variant="primary" size="lg" className="flex-1" loading={form.busy}>{step < 2 ? t("next") : t("finish")}</Button>
      </div>
    </form>
  );
}

/** The browser's zone, once it is known. */
function setStepZone(set: (key: "timeZone", value: string) => void): void {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && zone !== "UTC") set("timeZone", zone);
}

function demandAdministrator(values: OnboardingDraft): void {
  demand(values, ["name", "email", "password"]);
  const details = [];
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email.trim())) details.push({ path: "email", message: "email" });
  if (values.password.length < 12) details.push({ path: "password", message: "password_length" });
  if (details.length) throw new ApiError("invalid_input", 422, "Some fields are wrong.", details);
}

function bodyOf(values: OnboardingDraft) {
  const { accountName, accountLocale, timeZone, name, email, password, inboxName, channel, ...draft } = values;
  return {
    name: accountName, locale: accountLocale, timeZone, administrator: { name, email: email.trim(), password },
    ...(channel === "later" ? {} : { inbox: { name: inboxName, channel: channelOf(channel, draft, true) } }),
  };
}
