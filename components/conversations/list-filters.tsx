"use client";

import { ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";
import { useInboxes } from "#components/shell/reference-data.ts";
import { DropdownMenu, DropdownMenuContent, DropdownMenuLabel, DropdownMenuRadioGroup, DropdownMenuRadioItem, DropdownMenuSeparator, DropdownMenuTrigger } from "#components/ui/dropdown-menu.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { ConversationStatus } from "#lib/api-client/views.ts";
import { ChannelIcon } from "./channel-icon.tsx";
import type { Inbox } from "./use-inbox.ts";

const statuses = ["open", "pending", "snoozed", "resolved"] as const;

/** Narrows the list by status and by inbox. */
export function ListFilters({ inbox: { state, go } }: { inbox: Inbox }) {
  const t = useTranslations("conversations");
  const inboxes = useInboxes();
  const active = Boolean(state.status || state.inboxId);
  return (
    <DropdownMenu>
      <DropdownMenuTrigger>
        <IconButton label={active ? t("filtersActive") : t("filters")} variant="secondary" className="relative">
          <ListFilter aria-hidden />
          {active ? <span aria-hidden className="absolute -right-1 -top-1 size-2.5 rounded-full bg-accent ring-2 ring-surface" /> : null}
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-60">
        <DropdownMenuLabel>{t("statusLabel")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={state.status ?? "any"} onValueChange={(value) => go({ status: value === "any" ? null : (value as ConversationStatus) })}>
          <DropdownMenuRadioItem value="any">{t("anyStatus")}</DropdownMenuRadioItem>
          {statuses.map((status) => <DropdownMenuRadioItem key={status} value={status}>{t(`status.${status}`)}</DropdownMenuRadioItem>)}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{t("inboxLabel")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={state.inboxId ?? "any"} onValueChange={(value) => go({ inboxId: value === "any" ? null : value })}>
          <DropdownMenuRadioItem value="any">{t("anyInbox")}</DropdownMenuRadioItem>
          {inboxes.map((each) => <DropdownMenuRadioItem key={each.id} value={each.id}><ChannelIcon type={each.channel.type} /><span className="truncate">{each.name}</span></DropdownMenuRadioItem>)}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
