"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useSyncExternalStore } from "react";
import { showAnswer } from "#components/conversations/cache-adapter.ts";
import { useLooking } from "#components/conversations/use-conversations.ts";
import { useConnection } from "#components/hooks/use-realtime.ts";
import { usePresent } from "#components/shell/account-provider.tsx";
import { ApiError } from "#lib/api-client/api-error.ts";
import { call } from "#lib/api-client/call.ts";
import { allPending, dropPending, openOutbox, type PendingMessage, pendingOf, putPending, stillPending, subscribeOutbox } from "./outbox.ts";

/** Messages of one conversation leave one after another, in the order in which they were written. */
const queues = new Map<string, Promise<void>>();

/**
 * Sends in the background: the message is on screen at once, and stays there with its reason and "try again" when it fails.
 * The client id makes sending twice the same as sending once.
 */
export function useSend(conversationId: string) {
  const { account: { id: accountId }, profile } = usePresent();
  const client = useQueryClient();
  const looking = useLooking(conversationId);
  useEffect(() => openOutbox(`${accountId}.${profile.id}`), [accountId, profile.id]);

  const send = useCallback((message: PendingMessage) => {
    putPending({ ...message, state: "sending", error: null });
    const deliver = async () => {
      if (!stillPending(message)) return;
      try {
        const attachments = await Promise.all(message.attachments.map((each) => each.uploaded()));
        if (!stillPending(message)) return;
        await showAnswer(client, looking, () => call("POST /api/accounts/{accountId}/conversations/{id}/messages", {
          params: { accountId, id: message.conversationId },
          body: {
            content: message.content, private: message.private, clientId: message.clientId, attachmentIds: attachments.map((each) => each.id),
            ...(message.replyTo ? { replyToId: message.replyTo.id } : {}),
          },
        }), (sent) => ({ seq: 0, name: "message.created", message: sent }));
        dropPending(message.conversationId, message.clientId);
      } catch (error) {
        const left = stillPending(message);
        if (left) putPending({ ...left, state: "failed", error: error instanceof ApiError ? error.code : "internal" });
      }
    };
    const turn = (queues.get(message.conversationId) ?? Promise.resolve()).then(deliver);
    queues.set(message.conversationId, turn);
    return turn;
  }, [accountId, client, looking]);

  return { send, discard: (clientId: string) => dropPending(conversationId, clientId) };
}

export function usePending(conversationId: string): readonly PendingMessage[] {
  const snapshot = () => pendingOf(conversationId);
  return useSyncExternalStore(subscribeOutbox, snapshot, snapshot);
}

/** What could not leave because the line was down leaves when it is back. */
export function useResendWhenBack(send: (message: PendingMessage) => unknown): void {
  const connection = useConnection();
  useEffect(() => {
    if (connection !== "live") return;
    for (const message of allPending()) if (message.state === "failed" && message.error === "offline") void send(message);
  }, [connection, send]);
}

/** Whoever leaves the page while files are on their way is asked first: they would not get there. */
export function useAskBeforeLeaving(hasFiles: boolean): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (hasFiles || allPending().some((message) => message.attachments.length)) event.preventDefault();
    };
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [hasFiles]);
}

/** A random version 4 UUID (RFC 9562); `crypto.randomUUID` is missing on pages without HTTPS. */
export function newClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
