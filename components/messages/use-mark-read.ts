"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { applyToCache } from "#components/conversations/cache-adapter.ts";
import { useLooking } from "#components/conversations/use-conversations.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { call } from "#lib/api-client/call.ts";
import type { ConversationView, MessageView } from "#lib/api-client/views.ts";

/** Tells the server how far agents have read, while someone really looks: page in front, end of the thread in sight. */
export function useMarkRead(conversation: ConversationView, messages: readonly MessageView[] | undefined, sees: boolean): void {
  const accountId = useAccountId();
  const client = useQueryClient();
  const looking = useLooking(conversation.id);
  const inFront = useSyncExternalStore(subscribe, isInFront, () => false);
  const told = useRef(0);
  const last = messages?.at(-1)?.seq ?? 0;
  const { unreadCount, seenSeq } = conversation;
  useEffect(() => {
    if (!sees || !inFront || unreadCount === 0 || last <= Math.max(told.current, seenSeq)) return;
    const timer = setTimeout(() => {
      told.current = last;
      applyToCache(client, [{ seq: 0, name: "conversation.updated", conversation: { ...conversation, unreadCount: 0, seenSeq: last } }], looking);
      call("PUT /api/accounts/{accountId}/conversations/{id}/read", { params: { accountId, id: conversation.id }, body: { seq: last } }).catch(() => { told.current = 0; });
    }, 300);
    return () => clearTimeout(timer);
  }, [sees, inFront, unreadCount, seenSeq, last, accountId, client, conversation, looking]);
}

function isInFront(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}

function subscribe(onChange: () => void): () => void {
  const events = ["visibilitychange", "focus", "blur"];
  for (const event of events) addEventListener(event, onChange, true);
  return () => { for (const event of events) removeEventListener(event, onChange, true); };
}
