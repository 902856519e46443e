import { describe, expect, it } from "vitest";
import type { ConversationView, Placement, QueueTab, RealtimeEvent } from "#lib/api-client/views.ts";
import { applyEvents, type InboxCache, mergeMessage } from "./apply-events.ts";
import type { ListQuery, LoadedList, Looking } from "./place-in-list.ts";
import { belongs } from "./place-in-list.ts";
import { sampleConversation, sampleMessage } from "./sample-views.ts";
import { isInTab } from "./tab-of.ts";

const me: Looking = { userId: "me", inboxIds: null, visibleTeamIds: ["sales"], openId: null };
const list = (items: ConversationView[], query: ListQuery = { tab: "pending" }, complete = true): LoadedList => ({ query, items, complete });
const cache = (part: Partial<InboxCache> = {}): InboxCache => ({ lists: [], conversations: new Map(), threads: new Map(), counts: null, ...part });
const placementOf = (c: ConversationView): Placement => ({ inboxId: c.inboxId, teamId: c.teamId, assigneeId: c.assigneeId, status: c.status, archived: c.archived });
const updated = (seq: number, before: ConversationView, after: ConversationView): RealtimeEvent => ({ seq, name: "conversation.updated", conversation: after, before: placementOf(before), after: placementOf(after) });
const ids = (of: InboxCache) => of.lists[0]!.items.map((item) => item.id);

describe("applyEvents", () => {
  it("puts a new conversation on top of its queue and counts it", () => {
    const fresh = sampleConversation("b", { lastActivityAt: "2026-11-22T13:00:00.000Z" });
    const after = applyEvents(cache({ lists: [list([sampleConversation("a")])], counts: { mine: 0, inService: 0, pending: 1, seq: 0 } }), [{ seq: 1, name: "conversation.created", conversation: fresh, before: null, after: placementOf(fresh) }], me);
    expect(ids(after)).toEqual(["b", "a"]);
    expect(after.counts).toEqual({ mine: 0, inService: 0, pending: 2, seq: 0 });
  });

  it("moves a conversation from pending to mine when I start it", () => {
    const before = sampleConversation("a");
    const started = { ...before, assigneeId: "me" };
    const after = applyEvents(cache({ lists: [list([before]), list([], { tab: "mine" })], counts: { mine: 0, inService: 0, pending: 1, seq: 0 } }), [updated(1, before, started)], me);
    expect(after.lists.map((each) => each.items.length)).toEqual([0, 1]);
    expect(after.counts).toEqual({ mine: 1, inService: 1, pending: 0, seq: 0 });
  });

  it("takes away what left my sight, and its count", () => {
    const gone = sampleConversation("a", { teamId: "sales" });
    const after = applyEvents(cache({ lists: [list([gone])], counts: { mine: 0, inService: 0, pending: 1, seq: 0 } }), [{ seq: 1, name: "conversation.hidden", conversationId: "a", before: placementOf(gone) }], me);
    expect(ids(after)).toEqual([]);
    expect(after.counts?.pending).toBe(0);
  });

  it("keeps the open conversation in the unread list after it was read", () => {
    const unread = sampleConversation("a", { unreadCount: 2 });
    const read = { ...unread, unreadCount: 0 };
    const lists = [list([unread], { tab: "pending", unread: true })];
    expect(ids(applyEvents(cache({ lists }), [updated(1, unread, read)], { ...me, openId: "a" }))).toEqual(["a"]);
    expect(ids(applyEvents(cache({ lists }), [updated(1, unread, read)], me))).toEqual([]);
  });

  it("leaves alone what lies beyond the loaded end of a list", () => {
    const old = sampleConversation("old", { lastActivityAt: "2020-01-01T00:00:00.000Z" });
    const lists = [list([sampleConversation("a")], { tab: "pending" }, false)];
    expect(ids(applyEvents(cache({ lists }), [updated(1, old, old)], me))).toEqual(["a"]);
  });

  it("keeps the identity of what did not change, so that it is not drawn again", () => {
    const start = cache({ lists: [list([sampleConversation("a")], { tab: "mine" })], counts: { mine: 1, inService: 1, pending: 0, seq: 0 } });
    const other = sampleConversation("b");
    const after = applyEvents(start, [updated(1, other, other)], me);
    expect(after.lists[0]).toBe(start.lists[0]);
    expect(after.counts).toBe(start.counts);
  });

  it("renames a contact wherever it stands", () => {
    const one = sampleConversation("a");
    const contact = { ...one.contact, name: "José da Silva" };
    const after = applyEvents(cache({ lists: [list([one])], conversations: new Map([["a", one]]) }), [{ seq: 1, name: "contact.updated", contactId: contact.id, contact }], me);
    expect(after.lists[0]!.items[0]!.contact.name).toBe("José da Silva");
    expect(after.conversations.get("a")!.contact.name).toBe("José da Silva");
  });

  it("gives what a fresh read would give, for a thousand random facts", () => {
    let seed = 20261122;
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)]!;
    const server = new Map<string, ConversationView>();
    const queries: ListQuery[] = [{ tab: "mine" }, { tab: "in-service" }, { tab: "pending" }, { tab: "all" }, { tab: "all", status: "resolved" }, { tab: "pending", unread: true }, { tab: "in-service", inboxId: "site" }, { tab: "all", q: "maria" }];
    const read = (query: ListQuery) => [...server.values()].filter((each) => belongs(each, query, me)).sort((a, b) => (a.lastActivityAt === b.lastActivityAt ? (a.id < b.id ? 1 : -1) : a.lastActivityAt < b.lastActivityAt ? 1 : -1));
    const count = (tab: QueueTab) => [...server.values()].filter((each) => isInTab(me, placementOf(each), tab)).length;
    let now = cache({ lists: queries.map((query) => list([], query)), counts: { mine: 0, inService: 0, pending: 0, seq: 0 } });
    for (let step = 1; step <= 1000; step += 1) {
      const id = `c${random(40)}`;
      const before = server.get(id) ?? null;
      const after: ConversationView = {
        ...(before ?? sampleConversation(id, { contact: { id: `contact ${id}`, name: pick(["José", "Maria Clara", "María"]), phone: null, email: null, avatarUrl: null } })),
        inboxId: pick(["site", "phone"]), teamId: pick([null, "sales", "support"]), assigneeId: pick([null, "me", "ana"]), status: pick(["open", "pending", "resolved"]), unreadCount: random(3),
        lastActivityAt: new Date(Date.UTC(2026, 10, 22) + step * 60_000 * random(2) + random(500) * 1000).toISOString(),
      };
      server.set(id, after);
      now = applyEvents(now, [{ seq: step, name: before ? "conversation.updated" : "conversation.created", conversation: after, before: before && placementOf(before), after: placementOf(after) }], me);
    }
    expect(now.lists.map((each) => each.items)).toEqual(queries.map(read));
    expect(now.counts).toEqual({ mine: count("mine"), inService: count("in-service"), pending: count("pending"), seq: 0 });
  });
});

describe("mergeMessage", () => {
  const thread = { items: [sampleMessage(1), sampleMessage(3)], next: null, newer: null };
  it("adds a new message at the end, and a late one in its place", () => {
    expect(mergeMessage(thread, sampleMessage(4)).items.map((each) => each.seq)).toEqual([1, 3, 4]);
    expect(mergeMessage(thread, sampleMessage(2)).items.map((each) => each.seq)).toEqual([1, 2, 3]);
  });
  it("shows a message once, however often it comes", () => {
    expect(mergeMessage(mergeMessage(thread, sampleMessage(4)), sampleMessage(4)).items).toHaveLength(3);
  });
  it("leaves a new message to the next page while the stretch does not reach the end", () => {
    const middle = { ...thread, newer: 3 };
    expect(mergeMessage(middle, sampleMessage(9))).toBe(middle);
  });
  it("never takes a delivery back when news arrive out of order", () => {
    const read = { ...thread, items: [sampleMessage(1, { type: "outgoing", status: "read" })] };
    expect(mergeMessage(read, sampleMessage(1, { type: "outgoing", status: "sent" }), false).items[0]!.status).toBe("read");
  });
  it("lets a retry take a failure back", () => {
    const failed = { ...thread, items: [sampleMessage(1, { type: "outgoing", status: "failed" })] };
    expect(mergeMessage(failed, sampleMessage(1, { type: "outgoing", status: "queued" }), false).items[0]!.status).toBe("queued");
  });
});
