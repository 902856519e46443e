"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { UserRoundSearch } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useErrorText } from "#components/hooks/use-error-text.ts";
import { useFormat } from "#components/hooks/use-format.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { call } from "#lib/api-client/call.ts";

const rowHeight = 56;
const route = "GET /api/accounts/{accountId}/contacts";
type ContactListProps = { q: string; hrefOf: (id: string) => string; onOpen: (id: string) => void; onAdd: (() => void) | undefined };

/** The contacts that match, page after page. */
export function ContactList({ q, hrefOf, onOpen, onAdd }: ContactListProps) {
  const t = useTranslations("contacts");
  const errorText = useErrorText();
  const format = useFormat();
  const accountId = useAccountId();
  const query = useInfiniteQuery({
    queryKey: [route, { params: { accountId }, query: { q } }, "pages"],
    queryFn: ({ pageParam, signal }) => call(route, { params: { accountId }, query: { limit: 50, ...(q ? { q } : {}), ...(pageParam ? { after: pageParam } : {}) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: items.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 10 });
  const visible = rows.getVirtualItems();
  const last = visible.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => { if (hasNextPage && !isFetchingNextPage && last >= items.length - 10) void fetchNextPage(); }, [last, items.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (query.isPending) return <SkeletonRows rows={10} label={t("loading")} />;
  if (query.isError && !items.length) return <ErrorState onRetry={() => void query.refetch()}>{errorText(query.error)}</ErrorState>;
  if (!items.length) return <EmptyState icon={<UserRoundSearch />} title={q ? t("noneFound") : t("none")} action={!q && onAdd ? <Button onClick={onAdd}>{t("add")}</Button> : null}>{q ? t("noneFoundText", { q }) : t("noneText")}</EmptyState>;
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto">
      <ul aria-label={t("title")} className="relative" style={{ height: rows.getTotalSize() }}>
        {visible.map((row) => {
          const contact = items[row.index]!;
          return (
            <li key={contact.id} aria-setsize={hasNextPage ? -1 : items.length} aria-posinset={row.index + 1} className="absolute inset-x-0 top-0" style={{ height: rowHeight, transform: `translateY(${row.start}px)` }}>
              <a href={hrefOf(contact.id)} onClick={(event) => { if (event.metaKey || event.ctrlKey || event.shiftKey) return; event.preventDefault(); onOpen(contact.id); }} className="focus-inset flex h-full items-center gap-3 border-b border-line px-5 hover:bg-hover max-md:px-3">
                <Avatar name={contact.name} src={contact.avatarUrl} size="lg" />
                <span className="grid min-w-0 flex-1">
                  <span className="truncate font-medium">{contact.name}</span>
                  {/* One under the other on a phone, side by side from there on. */}
                  <span className="truncate text-sm tabular-nums text-ink-faint md:hidden">{contact.phone ? format.phone(contact.phone) : contact.email}</span>
                </span>
                <span className="w-44 shrink-0 truncate text-sm tabular-nums text-ink-soft max-md:hidden">{contact.phone ? format.phone(contact.phone) : ""}</span>
                <span className="w-64 shrink-0 truncate text-sm text-ink-soft max-lg:hidden">{contact.email}</span>
                <span className="w-24 shrink-0 text-right text-sm tabular-nums text-ink-faint max-md:w-auto">{contact.lastActivityAt ? format.brief(contact.lastActivityAt) : ""}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
