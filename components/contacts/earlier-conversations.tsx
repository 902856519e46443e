"use client";

import { useTranslations } from "next-intl";
import { StatusBadge } from "#components/conversations/status-badge.tsx";
import { useApiQuery } from "#components/hooks/use-api-query.ts";
import { useErrorText } from "#components/hooks/use-error-text.ts";
import { useFormat } from "#components/hooks/use-format.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

type EarlierConversationsProps = { contactId: string; exceptId?: string; /** Said when there are none. */ none: string; hrefOf: (id: string) => string; onOpen?: (id: string) => void };

/** The contact's conversations but the one in sight, the newest first. */
export function EarlierConversations({ contactId, exceptId, none, hrefOf, onOpen }: EarlierConversationsProps) {
  const t = useTranslations("contacts");
  const errorText = useErrorText();
  const format = useFormat();
  const accountId = useAccountId();
  const { data, isPending, isError, error, refetch } = useApiQuery("GET /api/accounts/{accountId}/contacts/{id}/conversations", { params: { accountId, id: contactId } }, { staleTime: 30_000 });
  if (isPending) return <div role="status" aria-label={t("loading")} className="grid gap-2"><Skeleton className="h-10" /><Skeleton className="h-10" /></div>;
  if (isError) return <ErrorState className="!p-2" onRetry={() => void refetch()}>{errorText(error)}</ErrorState>;
  const others = data.items.filter((each) => each.id !== exceptId);
  if (!others.length) return <p className="text-sm text-ink-faint">{none}</p>;
  return (
    <ul className="-mx-2 grid">
      {others.map((each) => (
        <li key={each.id}>
          <a
            href={hrefOf(each.id)}
            onClick={(event) => { if (!onOpen || event.metaKey || event.ctrlKey || event.shiftKey) return; event.preventDefault(); onOpen(each.id); }}
            className="grid gap-0.5 rounded-md px-2 py-1.5 hover:bg-hover max-md:min-h-11"
          >
            <span className="flex items-center justify-between gap-2 text-xs text-ink-faint"><span className="tabular-nums">{each.protocol}</span><StatusBadge status={each.status} /></span>
            <span className="truncate text-sm text-ink">{each.lastMessage?.preview || t("noText")}</span>
            <time dateTime={each.lastActivityAt} className="text-xs text-ink-faint">{format.short(each.lastActivityAt)}</time>
          </a>
        </li>
      ))}
    </ul>
  );
}
