"use client";

import { MailOpen, RefreshCw, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useApiMutation } from "#components/hooks/use-api-mutation.ts";
import { useApiQuery } from "#components/hooks/use-api-query.ts";
import { useFormat } from "#components/hooks/use-format.ts";
import { isPast } from "#components/settings/is-past.ts";
import { useRefusalText } from "#components/settings/use-refusal-text.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card, CardHeader } from "#components/ui/card.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { List, ListRow } from "#components/ui/list-row.tsx";
import { toast } from "#components/ui/toast.ts";

const read = "GET /api/accounts/{accountId}/invitations";

/** Invitations nobody has accepted yet. There is nothing to see when there are none. */
export function InvitationList({ onInvite }: { onInvite: (again: { email: string; role: string }) => void }) {
  const t = useTranslations("agents");
  const format = useFormat();
  const refusalText = useRefusalText();
  const accountId = useAccountId();
  const invitations = useApiQuery(read, { params: { accountId } });
  const revoke = useApiMutation("DELETE /api/accounts/{accountId}/invitations/{id}", { invalidates: [read], onSuccess: () => toast.done(t("revoked")), onError: (error) => toast.failed(refusalText(error)) });
  if (!invitations.data?.items.length) return null;
  return (
    <Card>
      <CardHeader title={t("pending")} description={t("pendingText")} />
      <List label={t("pending")}>
        {invitations.data.items.map((invitation) => {
          const expired = isPast(invitation.expiresAt);
          return (
            <ListRow
              key={invitation.id}
              leading={<span aria-hidden className="grid size-8 place-items-center rounded-full border border-dashed border-line-strong text-ink-faint"><MailOpen className="size-4" /></span>}
              title={<><span className="min-w-0 truncate">{invitation.email}</span>{invitation.role === "administrator" ? <Badge>{t("roles.administrator")}</Badge> : null}{expired ? <Badge tone="warn">{t("expired")}</Badge> : null}</>}
              detail={expired ? t("expiredText") : t("expires", { date: format.full(invitation.expiresAt) })}
              actions={
                <>
                  <IconButton label={t("newLink", { email: invitation.email })} onClick={() => onInvite({ email: invitation.email, role: invitation.role })}><RefreshCw aria-hidden /></IconButton>
                  <IconButton variant="danger" label={t("revoke", { email: invitation.email })} onClick={() => revoke.mutate({ params: { accountId, id: invitation.id } })}><X aria-hidden /></IconButton>
                </>
              }
            />
          );
        })}
      </List>
    </Card>
  );
}
