import { describe, expect, it, vi } from "vitest";
import { sampleMessage } from "#components/conversations/sample-views.ts";
import { dropPending, openOutbox, type PendingMessage, pendingOf, putPending, unconfirmed } from "./outbox.ts";

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
  it("keeps texts that did not get away for whoever comes back, each person's apart", () => {
    const kept = new Map<string, string>();
    vi.stubGlobal("localStorage", { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value), removeItem: (key: string) => kept.delete(key) });
    const old = "2026-11-20T12:00:00Z";
    const comeBack = (owner: string) => {
      openOutbox("somebody else");
      expect(pendingOf("a")).toEqual([]);
      openOutbox(owner);
      return pendingOf("a").map((each) => [each.clientId, each.state, each.error]);
    };
    openOutbox("1.ana");
    putPending(waiting("fresh", { createdAt: new Date().toISOString() }));
    putPending(waiting("old", { createdAt: old }));
    putPending(waiting("file", { attachments: [{ name: "a.pdf", size: 1, uploaded: () => Promise.reject(new Error("gone")) }] }));
    expect(comeBack("1.ana")).toEqual([["fresh", "failed", "offline"], ["old", "failed", "interrupted"]]);
    for (const clientId of ["fresh", "old"]) dropPending("a", clientId);
    expect(comeBack("1.ana")).toEqual([]);
    expect(kept.size).toBe(0);
    vi.unstubAllGlobals();
  });
});
