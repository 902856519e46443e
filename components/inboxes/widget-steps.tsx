"use client";

import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { CodeField } from "#components/ui/code-field.tsx";
import type { InboxView } from "#lib/api-client/views.ts";
import { Copied, Step, Steps } from "./step.tsx";

/** The chat's snippet, a page to try it on, and the identity check for sites whose visitors sign in. */
export function WidgetSteps({ inbox, baseUrl }: { inbox: InboxView; baseUrl: string }) {
  const t = useTranslations("inboxes");
  const secret = String(inbox.channel.hmacSecret ?? "");
  return (
    <Steps>
      <Step title={t("widget.stepPaste")}>
        <p className="text-base text-ink-soft">{t("widget.stepPasteText")}</p>
        <CodeField multiline label={t("widget.snippet")} value={widgetSnippet(baseUrl, inbox.token)} />
      </Step>
      <Step title={t("widget.stepTry")}>
        <p className="text-base text-ink-soft">{t("widget.stepTryText")}</p>
        <Button asChild className="w-fit"><a href={`/demo-site?token=${inbox.token}`} target="_blank" rel="noreferrer">{t("widget.openDemo")}<ExternalLink aria-hidden /></a></Button>
      </Step>
      <Step title={t("widget.stepIdentity")}>
        <p className="text-base text-ink-soft">{t("widget.stepIdentityText")}</p>
        <details className="rounded-lg border border-line px-3.5 py-2.5">
          <summary className="rounded-sm text-sm font-medium text-ink-soft">{t("widget.showIdentity")}</summary>
          <div className="mt-3 grid grid-cols-1 gap-3">
            <Copied name={t("widget.identitySecret")}><CodeField label={t("widget.identitySecret")} value={secret} /></Copied>
            <Copied name={t("widget.identityServer")}><CodeField multiline label={t("widget.identityServer")} value={'crypto.createHmac("sha256", secret).update(user.id).digest("hex")'} /></Copied>
            <Copied name={t("widget.identityPage")}><CodeField multiline label={t("widget.identityPage")} value={'(window.Balcao ||= []).push(["setUser", { identifier: user.id, identifierHash, name: user.name, email: user.email }])'} /></Copied>
          </div>
        </details>
      </Step>
    </Steps>
  );
}

export function widgetSnippet(baseUrl: string, token: string): string {
  return `<script async src="${baseUrl}/widget.js" data-token="${token}"></script>`;
}
