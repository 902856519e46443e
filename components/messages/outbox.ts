import type { AttachmentView, MessageView } from "#lib/api-client/views.ts";

/** A message of one's own that the server has not confirmed yet. */
export type PendingMessage = {
  clientId: string;
  conversationId: string;
  content: string;
  private: boolean;
  attachments: readonly { name: string; size: number; uploaded: () => Promise<AttachmentView> }[];
  replyTo: MessageView | null;
  createdAt: string;
  state: "sending" | "failed";
  /** Why it failed: a key of the catalog `errors`. */
  error: string | null;
};

const nothing: readonly PendingMessage[] = [];
let pending: ReadonlyMap<string, readonly PendingMessage[]> = new Map();
const listeners = new Set<() => void>();

export function pendingOf(conversationId: string): readonly PendingMessage[] {
  return pending.get(conversationId) ?? nothing;
}

export function allPending(): readonly PendingMessage[] {
  return [...pending.values()].flat();
}

export function subscribeOutbox(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Adds a message, or changes the one with its client id in place. */
export function putPending(message: PendingMessage): void {
  const known = pendingOf(message.conversationId);
  const at = known.findIndex((each) => each.clientId === message.clientId);
  write(message.conversationId, at < 0 ? [...known, message] : known.with(at, message));
}

export function dropPending(conversationId: string, clientId: string): void {
  write(conversationId, pendingOf(conversationId).filter((each) => each.clientId !== clientId));
}

function write(conversationId: string, messages: readonly PendingMessage[]): void {
  const next = new Map(pending);
  if (messages.length) next.set(conversationId, messages);
  else next.delete(conversationId);
  pending = next;
  for (const listener of listeners) listener();
}

/** Those that the thread does not show yet: a socket may bring a message before the answer to sending it. */
export function unconfirmed(messages: readonly MessageView[], waiting: readonly PendingMessage[]): readonly PendingMessage[] {
  if (!waiting.length) return waiting;
  const known = new Set(messages.map((message) => message.clientId));
  return waiting.filter((each) => !known.has(each.clientId));
}
