"use client";

import { KeyRound, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useApiMutation } from "#components/hooks/use-api-mutation.ts";
import { useApiQuery } from "#components/hooks/use-api-query.ts";
import { useFormat } from "#components/hooks/use-format.ts";
import { isPast } from "#components/settings/is-past.ts";
import { QueryStates } from "#components/settings/query-states.tsx";
import { SettingsScreen } from "#components/settings/settings-screen.tsx";
import { useRefusalText } from "#components/settings/use-refusal-text.ts";
import { useSettingsBack } from "#components/settings/use-settings-back.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { List, ListRow } from "#components/ui/list-row.tsx";
import { toast } from "#components/ui/toast.ts";
import { TokenDialog } from "./token-dialog.tsx";

const read = "GET /api/profile/tokens";

/** Keys for programs, by name and first characters. */
export function TokensScreen() {
  const t = useTranslations("profile");
  const format = useFormat();
  const refusalText = useRefusalText();
  const back = useSettingsBack();
  const tokens = useApiQuery(read, {});
  const [creating, setCreating] = useState(false);
  const [deleting, setDeleting] = useState<{ id: string; name: string } | null>(null);
  const remove = useApiMutation("DELETE /api/profile/tokens/{id}", {
    invalidates: [read],
    onSuccess: () => { setDeleting(null); toast.done(t("tokenDeleted")); },
    onError: (error) => toast.failed(refusalText(error)),
  });
  const create = <Button variant="primary" onClick={() => setCreating(true)}><Plus aria-hidden />{t("newToken")}</Button>;
  const docs = <a href="/api-docs" target="_blank" rel="noreferrer" className="font-medium text-accent-text underline-offset-2 hover:underline">{t("apiDocs")}</a>;

  return (
    <SettingsScreen title={t("tokens")} description={<>{t("tokensText")} {docs}</>} back={back} actions={tokens.data?.items.length ? create : undefined}>
      <Card>
        <QueryStates query={tokens} isEmpty={({ items }) => items.length === 0} empty={<EmptyState icon={<KeyRound />} title={t("noTokens")} action={create}>{t("noTokensText")}</EmptyState>}>
          {({ items }) => (
            <List label={t("tokens")}>
              {items.map((token) => (
                <ListRow
                  key={token.id}
                  leading={<span aria-hidden className="grid size-8 place-items-center rounded-lg bg-sunken text-ink-faint"><KeyRound className="size-4" /></span>}
                  title={<>{token.name}<code className="font-mono text-sm font-normal text-ink-faint">{token.hint}…</code>{token.expiresAt && isPast(token.expiresAt) ? <Badge tone="warn">{t("tokenExpired")}</Badge> : null}</>}
                  detail={[token.lastUsedAt ? t("lastUsed", { at: format.short(token.lastUsedAt) }) : t("neverUsed"), token.expiresAt ? t("expires", { at: format.date(token.expiresAt) }) : t("neverExpires")].join(" · ")}
                  actions={<IconButton variant="danger" label={t("deleteToken", { name: token.name })} onClick={() => setDeleting(token)}><Trash2 aria-hidden /></IconButton>}
                />
              ))}
            </List>
          )}
        </QueryStates>
      </Card>
      {creating ? <TokenDialog onClose={() => setCreating(false)} /> : null}
      <ConfirmDialog
        open={deleting !== null}
        onOpenChange={(open) => { if (!open) setDeleting(null); }}
        title={t("deleteTokenTitle", { name: deleting?.name ?? "" })}
        description={t("deleteTokenText")}
        confirmLabel={t("deleteTokenConfirm")}
        danger
        loading={remove.isPending}
        onConfirm={() => { if (deleting) remove.mutate({ params: { id: deleting.id } }); }}
      />
    </SettingsScreen>
  );
}
