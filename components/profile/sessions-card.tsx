"use client";

import { LogOut, Monitor, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useApiMutation } from "#components/hooks/use-api-mutation.ts";
import { useApiQuery } from "#components/hooks/use-api-query.ts";
import { useFormat } from "#components/hooks/use-format.ts";
import { QueryStates } from "#components/settings/query-states.tsx";
import { useRefusalText } from "#components/settings/use-refusal-text.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardHeader } from "#components/ui/card.tsx";
import { List, ListRow } from "#components/ui/list-row.tsx";
import { toast } from "#components/ui/toast.ts";
import { deviceOf } from "./device-of.ts";

const read = "GET /api/profile/sessions";

/** Where one is signed in; each can be signed out. */
export function SessionsCard() {
  const t = useTranslations("profile");
  const format = useFormat();
  const refusalText = useRefusalText();
  const sessions = useApiQuery(read, {});
  const revoke = useApiMutation("DELETE /api/profile/sessions/{id}", { invalidates: [read], onSuccess: () => toast.done(t("sessionEnded")), onError: (error) => toast.failed(refusalText(error)) });
  return (
    <Card>
      <CardHeader title={t("sessions")} description={t("sessionsText")} />
      <QueryStates query={sessions}>
        {({ items }) => (
          <List label={t("sessions")}>
            {items.map((session) => {
              const device = deviceOf(session.userAgent);
              const name = device ? t("browserOn", { browser: device.browser, system: device.system }) : t("unknownDevice");
              const Icon = device?.phone ? Smartphone : Monitor;
              return (
                <ListRow
                  key={session.id}
                  leading={<span aria-hidden className="grid size-8 place-items-center rounded-lg bg-sunken text-ink-faint"><Icon className="size-4" /></span>}
                  title={<>{name}{session.current ? <Badge tone="good">{t("thisBrowser")}</Badge> : null}</>}
                  detail={[session.ipAddress === "unknown" ? null : session.ipAddress, t("lastSeen", { at: format.short(session.lastSeenAt) }), t("since", { at: format.short(session.createdAt) })].filter(Boolean).join(" · ")}
                  actions={session.current ? null : <Button size="sm" variant="ghost" aria-label={t("endNamed", { name })} loading={revoke.isPending && revoke.variables.params.id === session.id} onClick={() => revoke.mutate({ params: { id: session.id } })}><LogOut aria-hidden />{t("end")}</Button>}
                />
              );
            })}
          </List>
        )}
      </QueryStates>
    </Card>
  );
}
