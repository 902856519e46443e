"use client";

import { useQueryClient } from "@tanstack/react-query";
import { applyToCache, showAnswer } from "#components/conversations/cache-adapter.ts";
import { useLooking } from "#components/conversations/use-conversations.ts";
import { useErrorText } from "#components/hooks/use-error-text.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { toast } from "#components/ui/toast.ts";
import { call } from "#lib/api-client/call.ts";
import type { MessageView } from "#lib/api-client/views.ts";

/** Sets our side's reaction to a message ("" takes it back); shown at once, taken back when refused. */
export function useReact(message: MessageView): (emoji: string) => void {
  const accountId = useAccountId();
  const client = useQueryClient();
  const errorText = useErrorText();
  const looking = useLooking(message.conversationId);
  const fact = (next: MessageView) => ({ seq: 0, name: "message.updated", message: next }) as const;
  return (emoji) => {
    const others = message.reactions.filter((reaction) => reaction.by !== "agent");
    applyToCache(client, [fact({ ...message, reactions: emoji ? [...others, { emoji, by: "agent", senderId: looking.userId }] : others })], looking);
    const params = { accountId, id: message.id };
    const send = () => emoji
      ? call("PUT /api/accounts/{accountId}/messages/{id}/reaction", { params, body: { emoji } })
      : call("DELETE /api/accounts/{accountId}/messages/{id}/reaction", { params });
    showAnswer(client, looking, send, fact, fact(message)).catch((error: unknown) => toast.failed(errorText(error)));
  };
}
