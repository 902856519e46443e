"use client";

import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { ApiFields } from "#components/inboxes/api-fields.tsx";
import type { DraftForm } from "#components/inboxes/channel-draft.ts";
import { ChannelTile } from "#components/inboxes/channel-tile.tsx";
import { WhatsappFields } from "#components/inboxes/whatsapp-fields.tsx";
import { ChoiceCard } from "#components/settings/choice-card.tsx";
import { ColorField } from "#components/settings/color-field.tsx";
import type { Form } from "#components/hooks/use-form.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { OnboardingDraft } from "./onboarding-draft.ts";

const choices = ["widget", "whatsapp", "api", "later"] as const;

/** Where customers will write from first. The website chat works at once, so it comes first. */
export function InboxStep({ form }: { form: Form<OnboardingDraft> & DraftForm }) {
  const t = useTranslations("onboarding");
  const inboxes = useTranslations("inboxes");
  const { values, set, errorOf } = form;
  const { channel } = values;
  // A name to begin with, until one is typed.
  const suggested = (["widget", "whatsapp", "api"] as const).map((type) => inboxes(`nameExample.${type}`));
  function choose(choice: (typeof choices)[number]) {
    set("channel", choice);
    if (choice !== "later" && ["", ...suggested].includes(values.inboxName)) set("inboxName", inboxes(`nameExample.${choice}`));
  }
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="sr-only">{t("inbox.title")}</legend>
        {choices.map((choice) => (
          <ChoiceCard
            key={choice}
            group="channel"
            checked={channel === choice}
            onChoose={() => choose(choice)}
            leading={choice === "later" ? <span aria-hidden className="grid size-9 shrink-0 place-items-center rounded-lg border border-dashed border-line-strong text-ink-faint"><Clock className="size-4" /></span> : <ChannelTile type={choice} />}
            title={choice === "later" ? t("inbox.later") : inboxes(`channels.${choice}`)}
            about={t(`inbox.about.${choice}`)}
          />
        ))}
      </fieldset>
      {channel === "later" ? null : (
        <Field label={inboxes("name")} hint={inboxes("nameHint")} error={errorOf("inboxName") ?? errorOf("inbox.name")}>
          {(control) => <Input {...control} maxLength={100} placeholder={inboxes(`nameExample.${channel}`)} className="h-10" value={values.inboxName} onChange={(event) => set("inboxName", event.target.value)} />}
        </Field>
      )}
      {channel === "widget" ? <ColorField label={inboxes("widget.color")} value={values.color} error={errorOf("color")} onChange={(color) => set("color", color)} /> : null}
      {channel === "whatsapp" ? <WhatsappFields form={form} isNew /> : null}
      {channel === "api" ? <ApiFields form={form} /> : null}
    </>
  );
}
