"use client";

import { useTranslations } from "next-intl";
import { ColorField } from "#components/settings/color-field.tsx";
import { SelectField } from "#components/settings/select-field.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { localeNames, locales } from "#lib/i18n/locales.ts";
import { domainsOf } from "./channel-draft.ts";
import type { DraftForm } from "./channel-draft.ts";
import { WidgetPreview } from "./widget-preview.tsx";

/** How the chat looks and whom it lets in. */
export function WidgetFields({ form, isNew }: { form: DraftForm; isNew: boolean }) {
  const t = useTranslations("inboxes");
  const ui = useTranslations("ui");
  const { values, set, errorOf } = form;
  // The API names the wrong one by its place in the list.
  const domainIsWrong = domainsOf(values).some((_, index) => errorOf(`allowedDomains.${index}`)) || errorOf("allowedDomains");
  return (
    <div className="grid gap-6 md:grid-cols-[minmax(0,1fr)_14rem]">
      <div className="grid content-start gap-4">
        <ColorField label={t("widget.color")} value={values.color} error={errorOf("color")} onChange={(color) => set("color", color)} />
        <Field label={t("widget.welcomeTitle")} optional={ui("optional")} error={errorOf("welcomeTitle")}>
          {(control) => <Input {...control} maxLength={120} placeholder={t("widget.welcomeTitleDefault")} value={values.welcomeTitle} onChange={(event) => set("welcomeTitle", event.target.value)} />}
        </Field>
        <Field label={t("widget.welcomeText")} optional={ui("optional")} error={errorOf("welcomeText")}>
          {(control) => <Textarea {...control} rows={2} maxLength={500} placeholder={t("widget.welcomeTextDefault")} value={values.welcomeText} onChange={(event) => set("welcomeText", event.target.value)} />}
        </Field>
        <Field label={t("widget.allowedDomains")} optional={ui("optional")} hint={t("widget.allowedDomainsHint")} error={domainIsWrong ? t("widget.domainWrong") : undefined}>
          {(control) => <Textarea {...control} rows={2} spellCheck={false} autoCapitalize="none" placeholder={"minhaloja.com.br\n*.minhaloja.com.br"} className="font-mono" value={values.allowedDomains} onChange={(event) => set("allowedDomains", event.target.value)} />}
        </Field>
        {isNew ? null : (
          <>
            <div className="flex flex-wrap items-center justify-between gap-2">
              <span className="text-base">{t("widget.position")}</span>
              <Segmented label={t("widget.position")} value={values.position} onValueChange={(position) => set("position", position)} options={[{ value: "left", label: t("widget.left") }, { value: "right", label: t("widget.right") }]} />
            </div>
            <SelectField label={t("widget.locale")} error={errorOf("locale")} value={values.locale || "page"} onChange={(locale) => set("locale", locale === "page" ? "" : locale)} options={[{ value: "page" as const, label: t("widget.localeOfPage") }, ...locales.map((locale) => ({ value: locale, label: localeNames[locale] }))]} />
            <Switch checked={values.identityRequired} onCheckedChange={(on) => set("identityRequired", on)} label={t("widget.identityRequired")} hint={t("widget.identityRequiredHint")} />
          </>
        )}
      </div>
      <WidgetPreview color={values.color} title={values.welcomeTitle} text={values.welcomeText} position={values.position} />
    </div>
  );
}
