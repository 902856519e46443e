"use client";

import { Pencil, X } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useConversation } from "#components/conversations/use-conversation.ts";
import { useApiQuery } from "#components/hooks/use-api-query.ts";
import { useErrorText } from "#components/hooks/use-error-text.ts";
import { useAccountId, useCan } from "#components/shell/account-provider.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { ConversationView } from "#lib/api-client/views.ts";
import { ContactDetails } from "./contact-details.tsx";
import { ConversationDetails } from "./conversation-details.tsx";
import { EarlierConversations } from "./earlier-conversations.tsx";

const ContactForm = dynamic(() => import("./contact-form.tsx").then((module) => module.ContactForm), { ssr: false });

type ContactPanelProps = { conversationId: string; hrefOf: (conversationId: string) => string; onOpen: (conversationId: string) => void; onClose: () => void };

/** Who one is talking to: beside the thread on a wide screen, over it on a narrow one. */
export function ContactPanel({ conversationId, hrefOf, onOpen, onClose }: ContactPanelProps) {
  const t = useTranslations("contacts");
  const { data: conversation, isError } = useConversation(conversationId);
  // The pane beside it says why.
  if (isError && !conversation) return null;
  return (
    <aside aria-label={t("panel")} className="absolute inset-y-0 right-0 z-20 flex w-full flex-col overflow-y-auto border-l border-line bg-surface sm:w-80 max-xl:shadow-modal xl:static xl:w-[19rem] xl:shrink-0">
      <div className="sticky top-0 z-10 flex items-center gap-2 bg-surface px-4 pb-1 pt-[max(0.75rem,env(safe-area-inset-top))]">
        <h2 className="flex-1 text-sm font-semibold text-ink-faint">{t("panel")}</h2>
        <IconButton label={t("closePanel")} size="sm" onClick={onClose}><X aria-hidden /></IconButton>
      </div>
      {conversation ? <PanelBody conversation={conversation} hrefOf={hrefOf} onOpen={onOpen} /> : <div role="status" aria-label={t("loading")} className="grid gap-3 p-4"><Skeleton className="size-14 rounded-full" /><Skeleton className="h-4 w-2/3" /><Skeleton className="h-3 w-1/2" /></div>}
    </aside>
  );
}

function PanelBody({ conversation, hrefOf, onOpen }: { conversation: ConversationView } & Pick<ContactPanelProps, "hrefOf" | "onOpen">) {
  const t = useTranslations("contacts");
  const errorText = useErrorText();
  const accountId = useAccountId();
  const canEdit = useCan("contact:write");
  const [editing, setEditing] = useState(false);
  const contact = useApiQuery("GET /api/accounts/{accountId}/contacts/{id}", { params: { accountId, id: conversation.contact.id } });
  return (
    <div className="grid content-start gap-5 px-4 pb-6">
      <div className="grid justify-items-center gap-2 pt-1 text-center">
        <Avatar name={conversation.contact.name} src={conversation.contact.avatarUrl} size="xl" />
        <div className="flex max-w-full items-center gap-1 pl-7">
          <h3 className="min-w-0 break-words text-lg font-semibold tracking-[-0.01em]">{conversation.contact.name}</h3>
          {canEdit ? <IconButton size="sm" label={t("edit")} onClick={() => setEditing(true)} disabled={!contact.data}><Pencil aria-hidden /></IconButton> : <span className="w-7" />}
        </div>
        {contact.data?.company || contact.data?.jobTitle ? <p className="text-sm text-ink-faint">{[contact.data.jobTitle, contact.data.company].filter(Boolean).join(" · ")}</p> : null}
      </div>
      {editing && contact.data ? <ContactForm contact={contact.data} onDone={() => setEditing(false)} /> : (
        <Section title={t("details")}>
          {contact.isError ? <ErrorState className="!p-2" onRetry={() => void contact.refetch()}>{errorText(contact.error)}</ErrorState> : <ContactDetails contact={contact.data ?? null} fallback={conversation.contact} />}
        </Section>
      )}
      <Section title={t("thisConversation")}><ConversationDetails conversation={conversation} /></Section>
      <Section title={t("earlier")}><EarlierConversations contactId={conversation.contact.id} exceptId={conversation.id} none={t("noEarlier")} hrefOf={hrefOf} onOpen={onOpen} /></Section>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return <section className="grid gap-2 border-t border-line pt-4"><h3 className="text-sm font-semibold text-ink">{title}</h3>{children}</section>;
}
