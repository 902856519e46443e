"use client";

import { useTranslations } from "next-intl";
import { Alert } from "#components/ui/alert.tsx";
import { CodeField } from "#components/ui/code-field.tsx";
import type { InboxView } from "#lib/api-client/views.ts";
import { Copied, Step, Steps } from "./step.tsx";

/** Meta's webhook page, field by field. */
export function WhatsappSteps({ inbox }: { inbox: InboxView }) {
  const t = useTranslations("inboxes");
  const address = inbox.webhookUrl ?? "";
  return (
    <>
      {address.startsWith("https://") ? null : <Alert tone="warn">{t("whatsapp.needsHttps")}</Alert>}
      <Steps>
        <Step title={t("whatsapp.stepOpen")}><p className="text-base text-ink-soft">{t("whatsapp.stepOpenText")}</p></Step>
        <Step title={t("whatsapp.stepPaste")}>
          <Copied name="Callback URL"><CodeField label="Callback URL" value={address} /></Copied>
          <Copied name="Verify token"><CodeField label="Verify token" value={String(inbox.channel.verifyToken ?? "")} /></Copied>
        </Step>
        <Step title={t("whatsapp.stepSubscribe")}>
          <p className="text-base text-ink-soft">{t("whatsapp.stepSubscribeText")}</p>
        </Step>
        <Step title={t("whatsapp.stepWrite")}><p className="text-base text-ink-soft">{t("whatsapp.stepWriteText")}</p></Step>
      </Steps>
    </>
  );
}
