"use client";

import { useQueryClient } from "@tanstack/react-query";
import { RefreshCw, Webhook } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useApiQuery } from "#components/hooks/use-api-query.ts";
import { QueryStates } from "#components/settings/query-states.tsx";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardHeader } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { DeliveryRow } from "./delivery-row.tsx";
import { DeliverySheet } from "./delivery-sheet.tsx";

const read = "GET /api/accounts/{accountId}/inboxes/{id}/deliveries";

/** What the provider posted, as it came, and what became of it. */
export function DeliveriesPanel({ inboxId }: { inboxId: string }) {
  const t = useTranslations("inboxes");
  const client = useQueryClient();
  const [cursors, setCursors] = useState<(string | undefined)[]>([undefined]);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Card className="overflow-hidden">
      <CardHeader title={t("deliveries.title")} description={t("deliveries.about")} actions={<Button size="sm" onClick={() => { setCursors([undefined]); void client.invalidateQueries({ queryKey: [read] }); }}><RefreshCw aria-hidden />{t("deliveries.refresh")}</Button>} />
      {cursors.map((after, index) => (
        <DeliveryPage key={after ?? "first"} inboxId={inboxId} after={after} onOpen={setOpen} onMore={index === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : undefined} />
      ))}
      {open ? <DeliverySheet inboxId={inboxId} deliveryId={open} onClose={() => setOpen(null)} /> : null}
    </Card>
  );
}

type DeliveryPageProps = { inboxId: string; after: string | undefined; onOpen: (id: string) => void; /** Of the last page. */ onMore: ((next: string) => void) | undefined };

function DeliveryPage({ inboxId, after, onOpen, onMore }: DeliveryPageProps) {
  const t = useTranslations("inboxes");
  const accountId = useAccountId();
  const page = useApiQuery(read, { params: { accountId, id: inboxId }, query: { limit: 25, ...(after ? { after } : {}) } }, { staleTime: 0 });
  return (
    <QueryStates query={page} isEmpty={({ items }) => items.length === 0} empty={<EmptyState icon={<Webhook />} title={t("deliveries.empty")}>{t("deliveries.emptyText")}</EmptyState>}>
      {({ items, next }) => (
        <>
          <ul className="divide-y divide-line border-t border-line">{items.map((delivery) => <DeliveryRow key={delivery.id} delivery={delivery} onOpen={() => onOpen(delivery.id)} />)}</ul>
          {next && onMore ? <div className="border-t border-line p-3 text-center"><Button variant="ghost" onClick={() => onMore(next)}>{t("deliveries.more")}</Button></div> : null}
        </>
      )}
    </QueryStates>
  );
}
