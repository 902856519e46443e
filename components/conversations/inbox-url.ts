import { type ConversationStatus, type QueueTab } from "#lib/api-client/views.ts";
import type { ListQuery } from "./place-in-list.ts";
import { queueTabs } from "./tab-of.ts";

/** Everything the inbox shows is in its address, so it can be reloaded, sent and gone back from. */
export type InboxState = { openId: string | null; tab: QueueTab; status: ConversationStatus | null; inboxId: string | null; unread: boolean; q: string; panel: "contact" | null };

const statuses = ["open", "pending", "snoozed", "resolved"] as const;
const inboxPath = /^\/a\/(\d+)\/conversations(?:\/([^/]+))?\/?$/;

/** The conversation that an address has open. */
export function openConversationId(pathname: string): string | null {
  return inboxPath.exec(pathname)?.[2] ?? null;
}

export function readInboxUrl(pathname: string, search: URLSearchParams): InboxState {
  const tab = search.get("tab");
  const status = search.get("status");
  return {
    openId: openConversationId(pathname),
    tab: queueTabs.find((each) => each === tab) ?? "mine",
    status: statuses.find((each) => each === status) ?? null,
    inboxId: search.get("inbox"),
    unread: search.get("unread") === "1",
    q: search.get("q") ?? "",
    panel: search.get("panel") === "contact" ? "contact" : null,
  };
}

/** What is as usual is left out. */
export function writeInboxUrl(accountId: number, state: InboxState): string {
  const search = new URLSearchParams();
  if (state.tab !== "mine") search.set("tab", state.tab);
  if (state.status) search.set("status", state.status);
  if (state.inboxId) search.set("inbox", state.inboxId);
  if (state.unread) search.set("unread", "1");
  if (state.q) search.set("q", state.q);
  if (state.panel) search.set("panel", state.panel);
  const path = `/a/${accountId}/conversations${state.openId ? `/${state.openId}` : ""}`;
  return search.size ? `${path}?${search}` : path;
}

/** Only the list's part: two addresses with the same one show the same list. */
export function listQueryOf(state: Pick<InboxState, "tab" | "status" | "inboxId" | "unread" | "q">): ListQuery {
  return {
    tab: state.tab,
    ...(state.status ? { status: state.status } : {}),
    ...(state.inboxId ? { inboxId: state.inboxId } : {}),
    ...(state.unread ? { unread: true } : {}),
    ...(state.q.trim() ? { q: state.q.trim() } : {}),
  };
}

/** Resolved conversations stand in no queue: asking for them means looking at all, and a queue means no longer asking. */
export function settle(state: InboxState, change: Partial<InboxState>): InboxState {
  const next = { ...state, ...change };
  if (change.status === "resolved") return { ...next, tab: "all" };
  if (change.tab && change.tab !== "all" && next.status === "resolved") return { ...next, status: null };
  return next;
}
