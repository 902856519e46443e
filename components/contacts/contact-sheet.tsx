"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useApiQuery } from "#components/hooks/use-api-query.ts";
import { useErrorText } from "#components/hooks/use-error-text.ts";
import { useAccountId, useCan } from "#components/shell/account-provider.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { ContactDetails } from "./contact-details.tsx";
import { ContactForm } from "./contact-form.tsx";
import { EarlierConversations } from "./earlier-conversations.tsx";
import { NewConversation } from "./new-conversation.tsx";

/** One contact and all their conversations; without an id, the form for a new one. */
export function ContactSheet({ contactId, onClose, onAdded }: { contactId: string | null; onClose: () => void; onAdded: (id: string) => void }) {
  const t = useTranslations("contacts");
  if (contactId) return <OneContact id={contactId} onClose={onClose} />;
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()} title={t("addTitle")}>
      <ContactForm contact={null} onDone={(saved) => (saved ? onAdded(saved.id) : onClose())} />
    </Sheet>
  );
}

function OneContact({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations("contacts");
  const errorText = useErrorText();
  const accountId = useAccountId();
  const canEdit = useCan("contact:write");
  const canWrite = useCan("message:create");
  const [editing, setEditing] = useState(false);
  const { data: contact, error, refetch } = useApiQuery("GET /api/accounts/{accountId}/contacts/{id}", { params: { accountId, id } });
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()} title={contact?.name ?? t("panel")} footer={contact && !editing && (canEdit || canWrite) ? <>{canEdit ? <Button onClick={() => setEditing(true)}>{t("edit")}</Button> : null}{canWrite ? <NewConversation contactId={id} /> : null}</> : undefined}>
      {error ? <ErrorState onRetry={() => void refetch()}>{errorText(error)}</ErrorState> : null}
      {!contact && !error ? <div role="status" aria-label={t("loading")} className="grid gap-3"><Skeleton className="size-14 rounded-full" /><Skeleton className="h-4 w-2/3" /></div> : null}
      {contact ? (
        <div className="grid gap-5">
          <div className="flex items-center gap-3">
            <Avatar name={contact.name} src={contact.avatarUrl} size="xl" />
            <p className="text-sm text-ink-faint">{[contact.jobTitle, contact.company].filter(Boolean).join(" · ")}</p>
          </div>
          {editing ? <ContactForm contact={contact} onDone={() => setEditing(false)} /> : <ContactDetails contact={contact} fallback={contact} />}
          <section className="grid gap-2 border-t border-line pt-4">
            <h3 className="text-sm font-semibold">{t("conversations")}</h3>
            <EarlierConversations contactId={id} none={t("noConversations")} hrefOf={(conversationId) => `/a/${accountId}/conversations/${conversationId}?tab=all`} />
          </section>
        </div>
      ) : null}
    </Sheet>
  );
}
