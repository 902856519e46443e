import type { AttachmentView, MessageView } from "#lib/api-client/views.ts";

/** A file that goes along; `key` is its upload's, `progress` goes from 0 to 1. */
export type PendingFile = { key: string; name: string; size: number; progress: number; uploaded: () => Promise<AttachmentView>; cancel: () => void };

/** A message of one's own that the server has not confirmed yet. */
export type PendingMessage = {
  clientId: string;
  conversationId: string;
  content: string;
  private: boolean;
  attachments: readonly PendingFile[];
  replyTo: MessageView | null;
  createdAt: string;
  state: "sending" | "failed";
  /** Why it failed: a key of the catalog `errors`. */
  error: string | null;
};

const nothing: readonly PendingMessage[] = [];
let pending: ReadonlyMap<string, readonly PendingMessage[]> = new Map();
const listeners = new Set<() => void>();
/** Under this prefix this browser keeps what one person has not got away in one account, each message by itself: tabs share it. */
let prefix: string | null = null;
/** What was interrupted this recently leaves by itself once the line is there; older things wait for their writer. */
const freshMilliseconds = 5 * 60_000;

/**
 * Takes up what was on its way when the page was closed: texts, for a page cannot keep files (leaving it while some are on
 * their way is asked about first). Sending one again that had arrived is no second message, by its client id. What was
 * refused stays refused, and what was written after something that waits for its writer waits too.
 */
export function openOutbox(owner: string): void {
  if (prefix === `balcao.outbox.${owner}.`) return;
  prefix = `balcao.outbox.${owner}.`;
  const held = new Set<string>();
  const restored = readKept().map((message): PendingMessage => {
    const leavesByItself = (message.state === "sending" || message.error === "offline") && Date.now() - Date.parse(message.createdAt) < freshMilliseconds && !held.has(message.conversationId);
    if (!leavesByItself) held.add(message.conversationId);
    const refused = message.state === "failed" && message.error !== "offline";
    return { ...message, state: "failed", error: leavesByItself ? "offline" : refused ? message.error : "interrupted" };
  });
  pending = Map.groupBy(restored, (message) => message.conversationId);
  for (const listener of listeners) listener();
}

function readKept(): PendingMessage[] {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, n) => localStorage.key(n)!).filter((key) => key.startsWith(prefix!));
    return keys.map((key) => JSON.parse(localStorage.getItem(key)!) as PendingMessage).filter((message) => typeof message?.content === "string").sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  } catch {
    return [];
  }
}

export function pendingOf(conversationId: string): readonly PendingMessage[] {
  return pending.get(conversationId) ?? nothing;
}

export function allPending(): readonly PendingMessage[] {
  return [...pending.values()].flat();
}

/** As it is now; undefined once its writer took it back, or it arrived. */
export function stillPending({ conversationId, clientId }: PendingMessage): PendingMessage | undefined {
  return pendingOf(conversationId).find((each) => each.clientId === clientId);
}

export function subscribeOutbox(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Adds a message, or changes the one with its client id in place. */
export function putPending(message: PendingMessage): void {
  const known = pendingOf(message.conversationId);
  const at = known.findIndex((each) => each.clientId === message.clientId);
  keep(message.clientId, message);
  write(message.conversationId, at < 0 ? [...known, message] : known.with(at, message));
}

export function dropPending(conversationId: string, clientId: string): void {
  keep(clientId, null);
  write(conversationId, pendingOf(conversationId).filter((each) => each.clientId !== clientId));
}

/** Tells how far an upload is, if its message is already on its way. */
export function noteProgress(key: string, progress: number): void {
  const message = allPending().find((each) => each.attachments.some((file) => file.key === key));
  if (message) putPending({ ...message, attachments: message.attachments.map((file) => (file.key === key ? { ...file, progress } : file)) });
}

function write(conversationId: string, messages: readonly PendingMessage[]): void {
  const next = new Map(pending);
  if (messages.length) next.set(conversationId, messages);
  else next.delete(conversationId);
  pending = next;
  for (const listener of listeners) listener();
}

/** A full or refused storage is no reason not to send. */
function keep(clientId: string, message: PendingMessage | null): void {
  if (!prefix) return;
  try {
    if (message && !message.attachments.length) localStorage.setItem(prefix + clientId, JSON.stringify(message));
    else localStorage.removeItem(prefix + clientId);
  } catch { /* it stays on the page */ }
}

/** Those that the thread does not show yet: a socket may bring a message before the answer to sending it. */
export function unconfirmed(messages: readonly MessageView[], waiting: readonly PendingMessage[]): readonly PendingMessage[] {
  if (!waiting.length) return waiting;
  const known = new Set(messages.map((message) => message.clientId));
  return waiting.filter((each) => !known.has(each.clientId));
}
