"use client";

import { useTranslations } from "next-intl";
import { PeoplePicker } from "#components/agents/people-picker.tsx";
import type { Form } from "#components/hooks/use-form.ts";
import { useAgents } from "#components/shell/reference-data.ts";
import { Switch } from "#components/ui/switch.tsx";

export type MembersDraft = { restricted: boolean; memberIds: string[] };
export type MembersForm = Pick<Form<MembersDraft>, "values" | "errorOf"> & { set: <Key extends keyof MembersDraft>(key: Key, value: MembersDraft[Key]) => void };

/** Whether everyone sees an inbox, or some. */
export function MembersFields({ form }: { form: MembersForm }) {
  const t = useTranslations("inboxes");
  const agents = useAgents();
  const { values, set, errorOf } = form;
  return (
    <>
      <Switch checked={values.restricted} onCheckedChange={(on) => set("restricted", on)} label={t("restricted")} hint={t("restrictedHint")} />
      {values.restricted ? <PeoplePicker label={t("whoSees")} agents={agents} value={values.memberIds} error={errorOf("memberIds")} onChange={(ids) => set("memberIds", ids)} /> : null}
    </>
  );
}
