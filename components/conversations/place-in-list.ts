import type { ConversationView, QueueTab } from "#lib/api-client/views.ts";
import { isInTab, type Viewer } from "./tab-of.ts";

/** What a list was asked for. */
export type ListQuery = { tab?: QueueTab; status?: ConversationView["status"]; inboxId?: string; unread?: boolean; q?: string };
/** A loaded list, newest activity first. `complete`: nothing further lies beyond its end. */
export type LoadedList = { query: ListQuery; items: readonly ConversationView[]; complete: boolean };
/** `openId`: the conversation on screen stays in its list even when it no longer belongs there. */
export type Looking = Viewer & { openId: string | null };

/** The list with this state of a conversation: put in, moved, changed, or taken out. */
export function placeInList(list: LoadedList, conversation: ConversationView, looking: Looking): LoadedList {
  const at = list.items.findIndex((item) => item.id === conversation.id);
  const isOpen = conversation.id === looking.openId;
  if (!belongs(conversation, list.query, looking)) {
    if (at < 0) return list;
    // Do not pull the conversation from under whoever is in it only because it has now been read.
    if (isOpen && belongs({ ...conversation, unreadCount: 1 }, list.query, looking)) return { ...list, items: list.items.with(at, conversation) };
    return { ...list, items: list.items.toSpliced(at, 1) };
  }
  if (at >= 0 && list.items[at]!.lastActivityAt === conversation.lastActivityAt) return { ...list, items: list.items.with(at, conversation) };
  const others = at < 0 ? list.items : list.items.toSpliced(at, 1);
  const place = others.findIndex((item) => isBefore(conversation, item));
  if (place >= 0) return { ...list, items: others.toSpliced(place, 0, conversation) };
  // Beyond the end of what is loaded: it comes with its own page, unless there is none.
  return { ...list, items: list.complete || at >= 0 ? [...others, conversation] : others };
}

/** Newest activity first; the id settles ties, as on the server. */
function isBefore(a: ConversationView, b: ConversationView): boolean {
  return a.lastActivityAt === b.lastActivityAt ? a.id > b.id : a.lastActivityAt > b.lastActivityAt;
}

/** Whether a conversation answers a list's query. */
export function belongs(conversation: ConversationView, query: ListQuery, looking: Looking): boolean {
  if (!isInTab(looking, conversation, query.tab ?? "all")) return false;
  if (query.status && conversation.status !== query.status) return false;
  if (query.inboxId && conversation.inboxId !== query.inboxId) return false;
  if (query.unread && conversation.unreadCount === 0) return false;
  return !query.q || matches(conversation, query.q);
}

/** As near to the server's search as the browser can come: all words, without accents and case; digits as digits. */
function matches(conversation: ConversationView, q: string): boolean {
  const { name, phone, email } = conversation.contact;
  const text = fold([name, email ?? "", conversation.protocol].join(" "));
  const digits = q.replace(/\D/g, "");
  if (digits.length >= 3 && (phone?.replace(/\D/g, "").includes(digits) || conversation.protocol.replace(/\D/g, "").includes(digits))) return true;
  return fold(q).split(/\s+/).every((word) => text.includes(word));
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();
}
