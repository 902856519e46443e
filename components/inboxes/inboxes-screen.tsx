"use client";

import { ChevronRight, Inbox, Lock, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useApiQuery } from "#components/hooks/use-api-query.ts";
import { QueryStates } from "#components/settings/query-states.tsx";
import { SettingsScreen } from "#components/settings/settings-screen.tsx";
import { useSettingsBack } from "#components/settings/use-settings-back.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ChannelTile } from "./channel-tile.tsx";
import { HealthMark } from "./health-mark.tsx";

/** The connected channels and how they are. */
export function InboxesScreen() {
  const t = useTranslations("inboxes");
  const accountId = useAccountId();
  const inboxes = useApiQuery("GET /api/accounts/{accountId}/inboxes", { params: { accountId } });
  const base = `/a/${accountId}/settings/inboxes`;
  const connect = <Button asChild variant="primary"><Link href={`${base}/new`} prefetch={false}><Plus aria-hidden />{t("new")}</Link></Button>;

  return (
    <SettingsScreen title={t("title")} description={t("description")} back={useSettingsBack()} actions={inboxes.data?.items.length ? connect : undefined}>
      <Card className="overflow-hidden">
        <QueryStates query={inboxes} isEmpty={({ items }) => items.length === 0} empty={<EmptyState icon={<Inbox />} title={t("empty")} action={connect}>{t("emptyText")}</EmptyState>}>
          {({ items }) => (
            <ul aria-label={t("title")} className="divide-y divide-line">
              {items.map((inbox) => (
                <li key={inbox.id}>
                  <Link href={`${base}/${inbox.id}`} prefetch={false} className="focus-inset flex min-h-16 items-center gap-3.5 px-4 py-3 hover:bg-hover sm:px-5">
                    <ChannelTile type={inbox.channel.type} />
                    <span className="min-w-0 flex-1">
                      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-base font-medium">
                        <span className="truncate">{inbox.name}</span>
                        {inbox.restricted ? <Badge><Lock aria-hidden />{t("members", { count: inbox.memberIds.length })}</Badge> : null}
                      </span>
                      <span className="block truncate text-sm text-ink-faint">{t(`channels.${inbox.channel.type}`)}{inbox.health.detail ? ` · ${inbox.health.detail}` : ""}</span>
                      <span className="mt-1 block sm:hidden"><HealthMark health={inbox.health} /></span>
                    </span>
                    <span className="shrink-0 max-sm:hidden"><HealthMark health={inbox.health} /></span>
                    <ChevronRight className="size-4 shrink-0 text-ink-faint" aria-hidden />
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </QueryStates>
      </Card>
    </SettingsScreen>
  );
}
