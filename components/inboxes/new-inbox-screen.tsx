"use client";

import { useTranslations } from "next-intl";
import { useRouter, useSearchParams } from "next/navigation";
import { useApiMutation } from "#components/hooks/use-api-mutation.ts";
import { useForm } from "#components/hooks/use-form.ts";
import { demand } from "#components/hooks/demand.ts";
import { SettingsScreen } from "#components/settings/settings-screen.tsx";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { ChannelType } from "#lib/api-client/views.ts";
import { ChannelChoice, channelTypes } from "./channel-choice.tsx";
import { channelOf, type DraftForm, emptyDraft, requiredOf } from "./channel-draft.ts";
import { ChannelFields } from "./channel-fields.tsx";
import { type MembersDraft, MembersFields, type MembersForm } from "./members-fields.tsx";

const everyone: MembersDraft = { restricted: false, memberIds: [] };

/** Connecting a channel: which kind, its settings; then the inbox's own page shows what to paste where. */
export function NewInboxScreen() {
  const t = useTranslations("inboxes");
  const accountId = useAccountId();
  const router = useRouter();
  const wanted = useSearchParams().get("channel");
  const type = channelTypes.find((each) => each === wanted);
  const base = `/a/${accountId}/settings/inboxes`;
  const back = type ? { href: `${base}/new`, label: t("otherChannel"), always: true } : { href: base, label: t("title"), always: true };
  return (
    <SettingsScreen title={type ? t(`newTitle.${type}`) : t("chooseTitle")} description={type ? t(`channelAbout.${type}`) : t("chooseText")} back={back}>
      {type ? <NewInboxForm key={type} type={type} /> : <ChannelChoice onChoose={(next) => router.push(`${base}/new?channel=${next}`)} />}
    </SettingsScreen>
  );
}

function NewInboxForm({ type }: { type: ChannelType }) {
  const t = useTranslations("inboxes");
  const accountId = useAccountId();
  const router = useRouter();
  const create = useApiMutation("POST /api/accounts/{accountId}/inboxes", { invalidates: ["GET /api/accounts/{accountId}/inboxes"] });
  const form = useForm({ name: "", ...emptyDraft, ...everyone }, async ({ name, restricted, memberIds, ...draft }) => {
    demand({ name, ...draft }, ["name", ...requiredOf[type]]);
    const inbox = await create.mutateAsync({ params: { accountId }, body: { name, channel: channelOf(type, draft, true), restricted, memberIds: restricted ? memberIds : [] } });
    router.replace(`/a/${accountId}/settings/inboxes/${inbox.id}?tab=connect&made=1`);
  });
  return (
    <Card>
      <form noValidate className="grid gap-5 p-5" onSubmit={(event) => { event.preventDefault(); void form.submit(); }}>
        {form.problem ? <Alert tone="bad">{form.problem}</Alert> : null}
        <Field label={t("name")} hint={t("nameHint")} error={form.errorOf("name")}>
          {(control) => <Input {...control} autoFocus maxLength={100} placeholder={t(`nameExample.${type}`)} value={form.values.name} onChange={(event) => form.set("name", event.target.value)} />}
        </Field>
        <ChannelFields type={type} form={form as DraftForm} isNew />
        <div className="grid gap-4 border-t border-line pt-5"><MembersFields form={form as MembersForm} /></div>
        <div className="flex justify-end"><Button type="submit" variant="primary" loading={form.busy}>{t("connect")}</Button></div>
      </form>
    </Card>
  );
}
