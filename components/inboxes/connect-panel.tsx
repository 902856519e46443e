"use client";

import { useTranslations } from "next-intl";
import { Alert } from "#components/ui/alert.tsx";
import type { InboxView } from "#lib/api-client/views.ts";
import { ApiSteps } from "./api-steps.tsx";
import { InboxCheck } from "./inbox-check.tsx";
import { WhatsappSteps } from "./whatsapp-steps.tsx";
import { WidgetSteps } from "./widget-steps.tsx";

/** What to paste where, exactly, and whether it works. */
export function ConnectPanel({ inbox, baseUrl, justMade }: { inbox: InboxView; baseUrl: string; justMade?: boolean }) {
  const t = useTranslations("inboxes");
  const { type } = inbox.channel;
  return (
    <div className="grid grid-cols-1 gap-5">
      {justMade ? <Alert tone="good">{t(`made.${type}`)}</Alert> : null}
      {type === "widget" ? <WidgetSteps inbox={inbox} baseUrl={baseUrl} /> : type === "whatsapp" ? <WhatsappSteps inbox={inbox} /> : <ApiSteps inbox={inbox} baseUrl={baseUrl} />}
      <InboxCheck inbox={inbox} />
    </div>
  );
}
