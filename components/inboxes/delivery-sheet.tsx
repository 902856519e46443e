"use client";

import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useApiMutation } from "#components/hooks/use-api-mutation.ts";
import { useApiQuery } from "#components/hooks/use-api-query.ts";
import { useFormat } from "#components/hooks/use-format.ts";
import { QueryStates } from "#components/settings/query-states.tsx";
import { useRefusalText } from "#components/settings/use-refusal-text.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { CodeField } from "#components/ui/code-field.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { toast } from "#components/ui/toast.ts";
import { DeliveryMark, useOutcomeText } from "./delivery-row.tsx";

const read = "GET /api/accounts/{accountId}/inboxes/{id}/deliveries/{deliveryId}";

/** One delivery: what became of it, its raw body, and the way to work it off once more. */
export function DeliverySheet({ inboxId, deliveryId, onClose }: { inboxId: string; deliveryId: string; onClose: () => void }) {
  const t = useTranslations("inboxes");
  const format = useFormat();
  const refusalText = useRefusalText();
  const outcomeText = useOutcomeText();
  const params = { accountId: useAccountId(), id: inboxId, deliveryId };
  const delivery = useApiQuery(read, { params }, { staleTime: 0 });
  const rerun = useApiMutation("POST /api/accounts/{accountId}/inboxes/{id}/deliveries/{deliveryId}/rerun", {
    invalidates: [read, "GET /api/accounts/{accountId}/inboxes/{id}/deliveries"],
    onSuccess: () => toast.done(t("deliveries.rerunDone")),
    onError: (error) => toast.failed(refusalText(error)),
  });
  return (
    <Sheet
      open
      onOpenChange={(open) => { if (!open) onClose(); }}
      title={t("deliveries.one")}
      description={delivery.data ? format.full(delivery.data.receivedAt) : undefined}
      footer={<Button loading={rerun.isPending} onClick={() => rerun.mutate({ params })}><RotateCcw aria-hidden />{t("deliveries.rerun")}</Button>}
    >
      <QueryStates query={delivery}>
        {(found) => (
          <div className="grid grid-cols-1 gap-4">
            <div className="flex items-start gap-2"><DeliveryMark delivery={found} /><p className="min-w-0 flex-1 text-base [overflow-wrap:anywhere]">{outcomeText(found)}</p></div>
            <CodeField multiline label={t("deliveries.raw")} value={pretty(found.body)} />
            <p className="text-sm text-ink-faint">{t("deliveries.rerunText")}</p>
          </div>
        )}
      </QueryStates>
    </Sheet>
  );
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
