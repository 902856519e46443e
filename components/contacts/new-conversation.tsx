"use client";

import { ChevronDown, MessageSquarePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { ChannelIcon } from "#components/conversations/channel-icon.tsx";
import { useApiMutation } from "#components/hooks/use-api-mutation.ts";
import { useApiQuery } from "#components/hooks/use-api-query.ts";
import { useErrorText } from "#components/hooks/use-error-text.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { useInboxes } from "#components/shell/reference-data.ts";
import { Button } from "#components/ui/button.tsx";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuLabel, DropdownMenuTrigger } from "#components/ui/dropdown-menu.tsx";
import { toast } from "#components/ui/toast.ts";

const ofContact = "GET /api/accounts/{accountId}/contacts/{id}/conversations";

/** Writes to a contact first: through which inbox, then their conversation there. One that is still under way goes on. */
export function NewConversation({ contactId }: { contactId: string }) {
  const t = useTranslations("contacts");
  const errorText = useErrorText();
  const accountId = useAccountId();
  const router = useRouter();
  const inboxes = useInboxes();
  const known = useApiQuery(ofContact, { params: { accountId, id: contactId } }, { staleTime: 30_000 });
  const show = (id: string) => router.push(`/a/${accountId}/conversations/${id}?tab=all`);
  const create = useApiMutation("POST /api/accounts/{accountId}/conversations", {
    invalidates: [ofContact],
    onSuccess: ({ id }) => show(id),
    onError: (error) => toast.failed(error.detail("contactId") ? t("unreachable") : errorText(error)),
  });
  const start = (inboxId: string) => {
    const underWay = known.data?.items.find((each) => each.inboxId === inboxId && each.status !== "resolved");
    if (underWay) show(underWay.id);
    else create.mutate({ params: { accountId }, body: { inboxId, contactId } });
  };
  return (
    <DropdownMenu>
      <DropdownMenuTrigger>
        <Button variant="primary" loading={create.isPending} disabled={known.isPending || !inboxes.length}><MessageSquarePlus aria-hidden />{t("newConversation")}<ChevronDown aria-hidden /></Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" side="top" className="w-64">
        <DropdownMenuLabel>{t("throughInbox")}</DropdownMenuLabel>
        {inboxes.map((inbox) => <DropdownMenuItem key={inbox.id} onSelect={() => start(inbox.id)}><ChannelIcon type={inbox.channel.type} /><span className="min-w-0 truncate">{inbox.name}</span></DropdownMenuItem>)}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
