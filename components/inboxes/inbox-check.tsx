"use client";

import { PlugZap } from "lucide-react";
import { useTranslations } from "next-intl";
import { useApiMutation } from "#components/hooks/use-api-mutation.ts";
import { useFormat } from "#components/hooks/use-format.ts";
import { useRefusalText } from "#components/settings/use-refusal-text.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import type { InboxView } from "#lib/api-client/views.ts";

/** "It works": asks the provider, and says what it said. */
export function InboxCheck({ inbox }: { inbox: InboxView }) {
  const t = useTranslations("inboxes");
  const format = useFormat();
  const refusalText = useRefusalText();
  const accountId = useAccountId();
  const check = useApiMutation("POST /api/accounts/{accountId}/inboxes/{id}/check", { invalidates: ["GET /api/accounts/{accountId}/inboxes", "GET /api/accounts/{accountId}/inboxes/{id}"] });
  const result = check.data;
  const { type } = inbox.channel;
  return (
    <Card className="pb-1.5">
      <CardHeader
        title={t("check.title")}
        description={t(`check.about.${type}`)}
        actions={<Button loading={check.isPending} onClick={() => check.mutate({ params: { accountId, id: inbox.id } })}><PlugZap aria-hidden />{t("check.run")}</Button>}
      />
      <CardBody className="grid gap-2 !pb-3.5 empty:hidden">
        {check.error ? <Alert tone="bad">{refusalText(check.error)}</Alert> : null}
        {result?.ok ? <Alert tone="good">{t(`check.ok.${type}`)}{result.summary && type === "whatsapp" ? ` ${result.summary}` : ""}</Alert> : null}
        {result?.problem ? <Alert tone="bad"><strong className="font-semibold">{t(`check.problem.${kindOf(result.problem.kind)}`)}</strong> {result.problem.message}</Alert> : null}
        {result && inbox.webhookUrl ? <Alert tone={result.lastDeliveryAt ? "good" : "warn"}>{result.lastDeliveryAt ? t("check.heard", { at: format.full(result.lastDeliveryAt) }) : t("check.unheard")}</Alert> : null}
      </CardBody>
    </Card>
  );
}

function kindOf(kind: string): "unauthorised" | "rejected" | "unreachable" {
  if (kind === "unauthorised") return "unauthorised";
  return kind === "rejected" || kind === "window" ? "rejected" : "unreachable";
}
