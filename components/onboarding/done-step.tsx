"use client";

import { CircleCheck, ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { widgetSnippet } from "#components/inboxes/widget-steps.tsx";
import { Button } from "#components/ui/button.tsx";
import { CodeField } from "#components/ui/code-field.tsx";
import { call, type OutputOf } from "#lib/api-client/call.ts";
import type { ChannelType } from "#lib/api-client/views.ts";

type Inbox = OutputOf<"GET /api/accounts/{accountId}/inboxes/{id}">;
type DoneStepProps = { made: { accountId: number; inboxId: string | null }; channel: ChannelType | "later"; baseUrl: string };

/** Ready, and what is worth doing next. */
export function DoneStep({ made, channel, baseUrl }: DoneStepProps) {
  const t = useTranslations("onboarding");
  const inboxes = useTranslations("inboxes");
  const [inbox, setInbox] = useState<Inbox | null>(null);
  useEffect(() => {
    if (made.inboxId) call("GET /api/accounts/{accountId}/inboxes/{id}", { params: { accountId: made.accountId, id: made.inboxId } }).then(setInbox, () => undefined);
  }, [made]);
  const home = `/a/${made.accountId}/conversations`;
  return (
    <div className="grid gap-5">
      <span aria-hidden className="grid size-11 place-items-center rounded-xl bg-good-soft text-good-text"><CircleCheck className="size-6" /></span>
      <div role="status">
        <h1 className="text-lg font-semibold tracking-[-0.01em]">{t("done.title")}</h1>
        <p className="mt-0.5 text-base text-ink-soft">{t(`done.text.${channel}`)}</p>
      </div>
      {inbox && channel === "widget" ? (
        <>
          <CodeField multiline label={inboxes("widget.snippet")} value={widgetSnippet(baseUrl, inbox.token)} />
          <Button asChild size="lg"><a href={`/demo-site?token=${inbox.token}`} target="_blank" rel="noreferrer">{t("done.try")}<ExternalLink aria-hidden /></a></Button>
        </>
      ) : null}
      {made.inboxId && (channel === "whatsapp" || channel === "api") ? <Button asChild size="lg"><a href={`/a/${made.accountId}/settings/inboxes/${made.inboxId}?tab=connect`}>{t("done.connect")}</a></Button> : null}
      <Button asChild size="lg" variant="primary"><a href={home}>{t("done.open")}</a></Button>
    </div>
  );
}
