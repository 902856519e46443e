"use client";

import { UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useApiMutation } from "#components/hooks/use-api-mutation.ts";
import { useRefusalText } from "#components/settings/use-refusal-text.ts";
import { usePresent } from "#components/shell/account-provider.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Select } from "#components/ui/select.tsx";
import { toast } from "#components/ui/toast.ts";
import type { AgentView } from "#lib/api-client/views.ts";

const invalidates = ["GET /api/accounts/{accountId}/agents", "GET /api/accounts/{accountId}/teams", "GET /api/accounts/{accountId}/inboxes"] as const;

/** One agent: their role, and the way out. */
export function AgentRow({ agent }: { agent: AgentView }) {
  const t = useTranslations("agents");
  const refusalText = useRefusalText();
  const { profile, account } = usePresent();
  const [leaving, setLeaving] = useState(false);
  const params = { accountId: account.id, id: agent.id };
  const onError = (error: unknown) => toast.failed(refusalText(error));
  const update = useApiMutation("PATCH /api/accounts/{accountId}/agents/{id}", { invalidates, onError, onSuccess: () => toast.done(t("roleChanged", { name: agent.name })) });
  const remove = useApiMutation("DELETE /api/accounts/{accountId}/agents/{id}", { invalidates, onError, onSuccess: () => { setLeaving(false); toast.done(t("removed", { name: agent.name })); } });
  const mine = agent.id === profile.id;

  return (
    <>
      <li className="grid min-h-14 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 px-5 py-2.5 sm:grid-cols-[auto_minmax(0,1fr)_10rem_auto]">
        <Avatar name={agent.name} src={agent.avatarUrl} presence={agent.availability} />
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-2 text-base font-medium text-ink">{agent.name}{mine ? <Badge tone="accent">{t("you")}</Badge> : null}</p>
          <p className="truncate text-sm text-ink-faint">{agent.email}</p>
        </div>
        <div className="max-sm:order-last max-sm:col-span-full">
          <Select
            aria-label={t("roleOf", { name: agent.name })}
            value={update.isPending ? (update.variables.body.role as string) : agent.role}
            disabled={update.isPending}
            onValueChange={(role) => update.mutate({ params, body: { role: role as "agent" | "administrator" } })}
            options={[{ value: "agent", label: t("roles.agent") }, { value: "administrator", label: t("roles.administrator") }]}
          />
        </div>
        <IconButton variant="danger" label={t("remove", { name: agent.name })} disabled={mine} onClick={() => setLeaving(true)}><UserMinus aria-hidden /></IconButton>
      </li>
      <ConfirmDialog
        open={leaving}
        onOpenChange={setLeaving}
        title={t("removeTitle", { name: agent.name })}
        description={t("removeText")}
        confirmLabel={t("removeConfirm")}
        danger
        loading={remove.isPending}
        onConfirm={() => remove.mutate({ params })}
      />
    </>
  );
}
