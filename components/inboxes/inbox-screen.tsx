"use client";

import { useTranslations } from "next-intl";
import { useRouter, useSearchParams } from "next/navigation";
import { useApiQuery } from "#components/hooks/use-api-query.ts";
import { QueryStates } from "#components/settings/query-states.tsx";
import { SettingsScreen } from "#components/settings/settings-screen.tsx";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { TabPanel, Tabs } from "#components/ui/tabs.tsx";
import type { InboxView } from "#lib/api-client/views.ts";
import { ConnectPanel } from "./connect-panel.tsx";
import { DeliveriesPanel } from "./deliveries-panel.tsx";
import { HealthMark } from "./health-mark.tsx";
import { InboxMembersPanel } from "./inbox-members-panel.tsx";
import { InboxSettingsPanel } from "./inbox-settings-panel.tsx";

const tabs = ["settings", "connect", "members", "deliveries"] as const;
type Tab = (typeof tabs)[number];

/** One inbox. The tab is in the address, so that each can be linked to. */
export function InboxScreen({ inboxId, baseUrl }: { inboxId: string; baseUrl: string }) {
  const t = useTranslations("inboxes");
  const accountId = useAccountId();
  const query = useApiQuery("GET /api/accounts/{accountId}/inboxes/{id}", { params: { accountId, id: inboxId } });
  const inbox = query.data as InboxView | undefined;
  const back = { href: `/a/${accountId}/settings/inboxes`, label: t("title"), always: true };
  return (
    <SettingsScreen
      title={inbox ? <span className="flex flex-wrap items-center gap-x-3 gap-y-1">{inbox.name}<HealthMark health={inbox.health} /></span> : t("inbox")}
      description={inbox ? t(`channels.${inbox.channel.type}`) : undefined}
      back={back}
    >
      <QueryStates query={{ ...query, data: inbox }}>{(found) => <InboxTabs inbox={found} baseUrl={baseUrl} />}</QueryStates>
    </SettingsScreen>
  );
}

function InboxTabs({ inbox, baseUrl }: { inbox: InboxView; baseUrl: string }) {
  const t = useTranslations("inboxes");
  const router = useRouter();
  const search = useSearchParams();
  // Only channels with a door have deliveries.
  const shown = tabs.filter((tab) => tab !== "deliveries" || inbox.webhookUrl);
  const tab = shown.find((each) => each === search.get("tab")) ?? "settings";
  return (
    <Tabs label={inbox.name} value={tab} onValueChange={(next: Tab) => router.replace(`?tab=${next}`, { scroll: false })} tabs={shown.map((each) => ({ value: each, label: t(`tabs.${each}`) }))}>
      {inbox.health.state === "unauthorised" ? <Alert tone="bad" className="mt-5">{t("reconnect")} {inbox.health.detail}</Alert> : null}
      {inbox.health.state === "throttled" ? <Alert tone="warn" className="mt-5">{t("throttled")} {inbox.health.detail}</Alert> : null}
      <TabPanel value="settings" className="pt-5"><InboxSettingsPanel key={inbox.id} inbox={inbox} /></TabPanel>
      <TabPanel value="connect" className="pt-5"><ConnectPanel inbox={inbox} baseUrl={baseUrl} justMade={search.has("made")} /></TabPanel>
      <TabPanel value="members" className="pt-5"><InboxMembersPanel inbox={inbox} /></TabPanel>
      {inbox.webhookUrl ? <TabPanel value="deliveries" className="pt-5"><DeliveriesPanel inboxId={inbox.id} /></TabPanel> : null}
    </Tabs>
  );
}
