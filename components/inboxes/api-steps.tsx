"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { CodeField } from "#components/ui/code-field.tsx";
import type { InboxView } from "#lib/api-client/views.ts";
import { Copied, Step, Steps } from "./step.tsx";

const link = "font-medium text-accent-text underline-offset-2 hover:underline";

/** The few calls that a system of the customer's own needs. */
export function ApiSteps({ inbox, baseUrl }: { inbox: InboxView; baseUrl: string }) {
  const t = useTranslations("inboxes");
  const accountId = useAccountId();
  const base = `${baseUrl}/api/accounts/${accountId}`;
  const post = (path: string, body: object) => `curl ${base}${path} \\\n  -H "Authorization: Bearer $TOKEN" \\\n  -H "Content-Type: application/json" \\\n  -d '${JSON.stringify(body)}'`;
  return (
    <Steps>
      <Step title={t("api.stepToken")}>
        <p className="text-base text-ink-soft">{t("api.stepTokenText")} <Link href={`/a/${accountId}/settings/tokens`} prefetch={false} className={link}>{t("api.openTokens")}</Link></p>
      </Step>
      <Step title={t("api.stepIn")}>
        <Copied name={t("api.contact")}><CodeField multiline label={t("api.contact")} value={post("/contacts", { name: "Ana", inboxId: inbox.id, sourceId: "your-id-42" })} /></Copied>
        <Copied name={t("api.conversation")}><CodeField multiline label={t("api.conversation")} value={post("/conversations", { inboxId: inbox.id, contactId: "CONTACT_ID" })} /></Copied>
        <Copied name={t("api.message")}><CodeField multiline label={t("api.message")} value={post("/conversations/CONVERSATION_ID/messages", { type: "incoming", content: "Olá!", externalId: "your-message-1" })} /></Copied>
        <a href="/api-docs" target="_blank" rel="noreferrer" className={`w-fit text-sm ${link}`}>{t("api.docs")}</a>
      </Step>
      <Step title={t("api.stepOut")}>
        <p className="text-base text-ink-soft">{inbox.channel.webhookUrl ? t("api.stepOutText", { url: String(inbox.channel.webhookUrl) }) : t("api.stepOutNone")}</p>
        <Copied name={t("api.secret")}><CodeField label={t("api.secret")} value={String(inbox.channel.secret ?? "")} /></Copied>
      </Step>
    </Steps>
  );
}
