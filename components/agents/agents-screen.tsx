"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useApiQuery } from "#components/hooks/use-api-query.ts";
import { QueryStates } from "#components/settings/query-states.tsx";
import { SettingsScreen } from "#components/settings/settings-screen.tsx";
import { useSettingsBack } from "#components/settings/use-settings-back.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardHeader } from "#components/ui/card.tsx";
import { List } from "#components/ui/list-row.tsx";
import { AgentRow } from "./agent-row.tsx";
import { InvitationList } from "./invitation-list.tsx";
import { InviteDialog } from "./invite-dialog.tsx";

/** Who works here, with which rights, and who has been invited. */
export function AgentsScreen() {
  const t = useTranslations("agents");
  const accountId = useAccountId();
  const back = useSettingsBack();
  const agents = useApiQuery("GET /api/accounts/{accountId}/agents", { params: { accountId } });
  const [inviting, setInviting] = useState<{ email: string; role: string } | null>(null);

  return (
    <SettingsScreen
      title={t("title")}
      description={t("description")}
      back={back}
      actions={<Button variant="primary" onClick={() => setInviting({ email: "", role: "agent" })}><UserPlus aria-hidden />{t("invite")}</Button>}
    >
      <Card>
        <QueryStates query={agents}>
          {({ items }) => (
            <>
              <CardHeader title={t("people", { count: items.length })} description={t("roleText")} />
              <List label={t("title")}>{items.map((agent) => <AgentRow key={agent.id} agent={agent} />)}</List>
            </>
          )}
        </QueryStates>
      </Card>
      <InvitationList onInvite={setInviting} />
      {inviting ? <InviteDialog initial={inviting} onClose={() => setInviting(null)} /> : null}
    </SettingsScreen>
  );
}
