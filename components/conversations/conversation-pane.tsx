"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useErrorText } from "#components/hooks/use-error-text.ts";
import { useRealtime } from "#components/hooks/use-realtime.ts";
import { useShortcuts } from "#components/hooks/use-shortcuts.ts";
import { Composer } from "#components/messages/composer.tsx";
import type { PendingMessage } from "#components/messages/outbox.ts";
import { Thread } from "#components/messages/thread.tsx";
import { useCan } from "#components/shell/account-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { toast } from "#components/ui/toast.ts";
import { ApiError } from "#lib/api-client/api-error.ts";
import type { MessageView } from "#lib/api-client/views.ts";
import { ConversationHeader } from "./conversation-header.tsx";
import { PaneSkeleton } from "./pane-skeleton.tsx";
import { justChanged } from "./use-conversation-actions.ts";
import { useConversation } from "./use-conversation.ts";

type ConversationPaneProps = { id: string; panelOpen: boolean; onTogglePanel: () => void; onBack: () => void; onHelp: () => void };

/** The open conversation: who, what was said, and where to answer. */
export function ConversationPane({ id, panelOpen, onTogglePanel, onBack, onHelp }: ConversationPaneProps) {
  const t = useTranslations("conversations");
  const errorText = useErrorText();
  const realtime = useRealtime();
  const canWrite = useCan("message:create");
  const { data: conversation, error, isPending, refetch } = useConversation(id);
  const [replyTo, setReplyTo] = useState<MessageView | null>(null);
  const [unsent, setUnsent] = useState<PendingMessage | null>(null);
  const gone = error instanceof ApiError && error.status === 404;
  const seen = useRef<string>(null);
  if (conversation) seen.current = conversation.contact.name;
  useEffect(() => {
    if (!gone || !seen.current) return;
    // It went to where this agent does not see it, while it was open.
    if (!justChanged.has(id)) toast.say(t("leftToast", { name: seen.current }));
    onBack();
  }, [gone]);

  useEffect(() => {
    // Whoever only passes by is not looking; the server hears one such sign every 200 ms.
    const timer = setTimeout(() => realtime.viewing(id), 400);
    return () => {
      clearTimeout(timer);
      realtime.viewing(null);
    };
  }, [realtime, id]);
  useShortcuts({ r: () => writeIn("reply"), n: () => writeIn("note") });

  if (isPending) return <PaneSkeleton />;
  if (!conversation) {
    return (
      <div className="grid min-w-0 flex-1 place-items-center content-center gap-2">
        <ErrorState title={gone ? t("gone") : undefined} onRetry={gone ? undefined : () => void refetch()}>{gone ? t("goneText") : errorText(error)}</ErrorState>
        <Button onClick={onBack}>{t("backToList")}</Button>
      </div>
    );
  }
  return (
    <section aria-label={t("conversationWith", { name: conversation.contact.name })} className="relative flex min-w-0 flex-1 flex-col">
      <ConversationHeader conversation={conversation} panelOpen={panelOpen} onTogglePanel={onTogglePanel} onBack={onBack} onHelp={onHelp} />
      <Thread conversation={conversation} onReply={setReplyTo} onEdit={setUnsent} />
      {canWrite ? <Composer conversation={conversation} replyTo={replyTo} onReplyTo={setReplyTo} unsent={unsent} /> : null}
    </section>
  );
}

/** Puts the cursor into the composer in the wanted mode: its own buttons know how. */
function writeIn(mode: "reply" | "note"): void {
  const composer = document.querySelector<HTMLElement>("[data-composer]");
  if (composer?.dataset.composer === mode) composer.focus();
  else document.querySelector<HTMLElement>(`[aria-keyshortcuts="${mode === "reply" ? "R" : "N"}"][aria-pressed="false"]`)?.click();
}
