import type { ConversationView, MessageView, QueueCounts, QueueTab, RealtimeEvent } from "#lib/api-client/views.ts";
import { type LoadedList, type Looking, placeInList } from "./place-in-list.ts";
import { isInTab, type Viewer } from "./tab-of.ts";

/** A loaded stretch of a thread, in order. `newer` is null when it reaches the newest message. */
export type LoadedThread = { items: readonly MessageView[]; next: number | null; newer: number | null };
export type InboxCache = {
  lists: readonly LoadedList[];
  conversations: ReadonlyMap<string, ConversationView>;
  threads: ReadonlyMap<string, LoadedThread>;
  counts: QueueCounts | null;
};

/**
 * What the screen knows, after these facts. Pure, and true to the server: applying the events that followed a read gives what
 * reading again would give (kept by a test). Parts that do not change keep their identity, so nothing needless is drawn.
 */
export function applyEvents(cache: InboxCache, events: readonly RealtimeEvent[], looking: Looking): InboxCache {
  return events.reduce((now, event) => applyEvent(now, event, looking), cache);
}

function applyEvent(cache: InboxCache, event: RealtimeEvent, looking: Looking): InboxCache {
  if (event.name === "conversation.hidden") return hide(cache, event, looking);
  let next = cache;
  if (event.conversation) next = putConversation(next, event.conversation, looking);
  if (event.message) next = putMessage(next, event.message, event.name === "message.created");
  if (event.contact) next = putContact(next, event.contact);
  if (event.after) next = { ...next, counts: recount(next.counts, event, looking) };
  return next;
}

function putConversation(cache: InboxCache, conversation: ConversationView, looking: Looking): InboxCache {
  const known = cache.conversations.has(conversation.id);
  return {
    ...cache,
    lists: cache.lists.map((list) => placeInList(list, conversation, looking)),
    conversations: known ? new Map(cache.conversations).set(conversation.id, conversation) : cache.conversations,
  };
}

function hide(cache: InboxCache, event: RealtimeEvent, looking: Looking): InboxCache {
  const id = event.conversationId ?? event.conversation?.id;
  return {
    ...cache,
    lists: cache.lists.map((list) => (list.items.some((item) => item.id === id) ? { ...list, items: list.items.filter((item) => item.id !== id) } : list)),
    counts: recount(cache.counts, event, looking),
  };
}

function putMessage(cache: InboxCache, message: MessageView, isNew: boolean): InboxCache {
  const thread = cache.threads.get(message.conversationId);
  if (!thread) return cache;
  const next = mergeMessage(thread, message, isNew);
  return next === thread ? cache : { ...cache, threads: new Map(cache.threads).set(message.conversationId, next) };
}

/** A message in its place, and in the quotes of those that answer it. */
export function mergeMessage(thread: LoadedThread, message: MessageView, isNew = true): LoadedThread {
  return requote(placeMessage(thread, message, isNew), message);
}

/** A new one beyond a stretch that does not reach the end yet is left for the next page. */
function placeMessage(thread: LoadedThread, message: MessageView, isNew: boolean): LoadedThread {
  const at = thread.items.findIndex((item) => item.id === message.id);
  if (at >= 0) return { ...thread, items: thread.items.with(at, later(thread.items[at]!, message)) };
  const last = thread.items.at(-1);
  if (thread.newer !== null && last && message.seq > last.seq) return thread;
  const first = thread.items[0];
  // Older than what is loaded, with more to load before it: it comes with its own page.
  if (!isNew && thread.next !== null && first && message.seq < first.seq) return thread;
  if (!last || message.seq > last.seq) return { ...thread, items: [...thread.items, message] };
  return { ...thread, items: [...thread.items, message].sort((a, b) => a.seq - b.seq) };
}

/** As long as the server quotes, in characters. */
const quoteLength = 200;

function requote(thread: LoadedThread, { id, content }: MessageView): LoadedThread {
  const quote = content && Array.from(content).slice(0, quoteLength).join("");
  const isOld = ({ replyTo }: MessageView) => replyTo?.id === id && replyTo.content !== quote;
  if (!thread.items.some(isOld)) return thread;
  return { ...thread, items: thread.items.map((item) => (isOld(item) ? { ...item, replyTo: { ...item.replyTo!, content: quote } } : item)) };
}

const rank = { queued: 0, sent: 1, delivered: 2, read: 3, failed: 1 } as const;

/** Delivery only goes forward, whatever order the news arrives in; a retry may take a failure back. */
function later(known: MessageView, told: MessageView): MessageView {
  if (known.status && told.status && known.status !== "failed" && told.status !== "failed" && rank[told.status] < rank[known.status])
    return { ...told, status: known.status };
  return told;
}

function putContact(cache: InboxCache, contact: NonNullable<RealtimeEvent["contact"]>): InboxCache {
  const rename = (conversation: ConversationView): ConversationView => (conversation.contact.id === contact.id ? { ...conversation, contact } : conversation);
  const touched = [...cache.conversations.values()].filter((conversation) => conversation.contact.id === contact.id);
  return {
    ...cache,
    lists: cache.lists.map((list) => (list.items.some((item) => item.contact.id === contact.id) ? { ...list, items: list.items.map(rename) } : list)),
    conversations: touched.length ? new Map([...cache.conversations, ...touched.map((conversation) => [conversation.id, rename(conversation)] as const)]) : cache.conversations,
  };
}

/** The counts of the queue tabs after one conversation went from here to there; those that know it already stay. */
function recount(counts: QueueCounts | null, { seq, before = null, after = null }: RealtimeEvent, viewer: Viewer): QueueCounts | null {
  if (!counts || seq <= counts.seq) return counts;
  const moved = (tab: QueueTab): number => Number(after !== null && isInTab(viewer, after, tab)) - Number(before !== null && isInTab(viewer, before, tab));
  const [mine, inService, pending] = [moved("mine"), moved("in-service"), moved("pending")];
  if (!mine && !inService && !pending) return counts;
  // `seq` stays: an earlier event may still come, when a gap is closed.
  return { ...counts, mine: Math.max(0, counts.mine + mine), inService: Math.max(0, counts.inService + inService), pending: Math.max(0, counts.pending + pending) };
}
