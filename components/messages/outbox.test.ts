import { describe, expect, it, vi } from "vitest";
import { sampleMessage } from "#components/conversations/sample-views.ts";
import { allPending, dropPending, openOutbox, type PendingMessage, pendingOf, putPending, unconfirmed } from "./outbox.ts";

const waiting = (clientId: string, part: Partial<PendingMessage> = {}): PendingMessage => ({ clientId, conversationId: "a", content: "oi", private: false, attachments: [], replyTo: null, createdAt: "2026-11-22T12:00:00Z", state: "sending", error: null, ...part });

describe("the outbox", () => {
  it("keeps the order of writing when a message changes its state", () => {
    putPending(waiting("1"));
    putPending(waiting("2"));
    putPending(waiting("1", { state: "failed", error: "offline" }));
    expect(pendingOf("a").map((each) => [each.clientId, each.state])).toEqual([["1", "failed"], ["2", "sending"]]);
    dropPending("a", "1");
    dropPending("a", "2");
    expect(pendingOf("a")).toEqual([]);
  });
  it("does not show a message twice when the socket is faster than the answer", () => {
    expect(unconfirmed([sampleMessage(1, { clientId: "1" })], [waiting("1"), waiting("2")]).map((each) => each.clientId)).toEqual(["2"]);
  });
  it("keeps texts that did not get away for whoever comes back, each person's apart, in the order of writing", () => {
    const kept = new Map<string, string>();
    vi.stubGlobal("localStorage", { get length() { return kept.size; }, key: (n: number) => [...kept.keys()][n], getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value), removeItem: (key: string) => kept.delete(key) });
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    const comeBack = (owner: string, conversationId = "a") => {
      openOutbox("somebody else");
      expect(pendingOf("a")).toEqual([]);
      openOutbox(owner);
      return pendingOf(conversationId).map((each) => [each.clientId, each.error]);
    };
    openOutbox("1.ana");
    putPending(waiting("old", { createdAt: minutesAgo(6) }));
    putPending(waiting("after it", { createdAt: minutesAgo(2) }));
    putPending(waiting("fresh", { conversationId: "b", createdAt: minutesAgo(2) }));
    putPending(waiting("refused", { conversationId: "b", createdAt: minutesAgo(1), state: "failed", error: "not_found" }));
    putPending(waiting("file", { conversationId: "b", attachments: [{ key: "file 1", name: "a.pdf", size: 1, progress: 0, uploaded: () => Promise.reject(new Error("gone")), cancel: () => {} }] }));
    kept.set("balcao.outbox.1.ana.broken", "null");
    expect(comeBack("1.ana")).toEqual([["old", "interrupted"], ["after it", "interrupted"]]);
    expect(comeBack("1.ana", "b")).toEqual([["fresh", "offline"], ["refused", "not_found"]]);
    for (const each of allPending()) dropPending(each.conversationId, each.clientId);
    expect(comeBack("1.ana")).toEqual([]);
    vi.unstubAllGlobals();
  });
});
