"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "#components/hooks/use-error-text.ts";
import { usePresent } from "#components/shell/account-provider.tsx";
import { toast } from "#components/ui/toast.ts";
import { call } from "#lib/api-client/call.ts";
import type { ConversationView, TeamView } from "#lib/api-client/views.ts";
import { applyToCache, showAnswer } from "./cache-adapter.ts";
import { useLooking } from "./use-conversations.ts";

/** Conversations that the reader changed just now: when one leaves their sight, they know why. */
export const justChanged = new Set<string>();

export type ConversationActions = ReturnType<typeof useConversationActions>;

/**
 * What an agent does to a conversation. It shows at once and is taken back, with a sentence, when the server refuses; the
 * queue counts follow with the server's own event.
 */
export function useConversationActions(conversation: ConversationView) {
  const t = useTranslations("conversations");
  const errorText = useErrorText();
  const client = useQueryClient();
  const { profile, account } = usePresent();
  const looking = useLooking(conversation.id);
  const params = { accountId: account.id, id: conversation.id };
  const fact = (next: ConversationView) => ({ seq: 0, name: "conversation.updated", conversation: next }) as const;

  async function act(change: Partial<ConversationView>, send: () => Promise<ConversationView>): Promise<boolean> {
    justChanged.add(conversation.id);
    setTimeout(() => justChanged.delete(conversation.id), 5_000);
    applyToCache(client, [fact({ ...conversation, ...change })], looking);
    try {
      await showAnswer(client, looking, send, fact, fact(conversation));
      return true;
    } catch (error) {
      toast.failed(errorText(error));
      return false;
    }
  }

  const reopen = () => act({ status: "open", resolvedAt: null }, () => call("DELETE /api/accounts/{accountId}/conversations/{id}/resolution", { params }));
  const assign = (assigneeId: string | null) => act({ assigneeId }, () => call("PUT /api/accounts/{accountId}/conversations/{id}/assignee", { params, body: { assigneeId } }));

  const transfer = async (team: TeamView | null) => {
    const done = await act({ teamId: team?.id ?? null }, () => call("PUT /api/accounts/{accountId}/conversations/{id}/team", { params, body: { teamId: team?.id ?? null } }));
    if (done) toast.done(t("transferredToast", { name: conversation.contact.name, team: team?.name ?? t("general") }));
    return done;
  };

  return {
    start: (teamId?: string) => act({ assigneeId: profile.id, ...(teamId ? { teamId } : {}) }, () => call("POST /api/accounts/{accountId}/conversations/{id}/start", { params, body: teamId ? { teamId } : {} })),
    assign,
    take: () => assign(profile.id),
    transfer,
    setLabels: (labelIds: string[]) => act({ labelIds }, () => call("PUT /api/accounts/{accountId}/conversations/{id}/labels", { params, body: { labelIds } })),
    reopen,
    resolve: async () => {
      const done = await act({ status: "resolved" }, () => call("POST /api/accounts/{accountId}/conversations/{id}/resolution", { params }));
      if (done) toast.done(t("resolvedToast", { name: conversation.contact.name }), { action: { label: t("undo"), onClick: () => void reopen() } });
      return done;
    },
  };
}
