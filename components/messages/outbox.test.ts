import { describe, expect, it } from "vitest";
import { sampleMessage } from "#components/conversations/sample-views.ts";
import { dropPending, type PendingMessage, pendingOf, putPending, unconfirmed } from "./outbox.ts";

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
});
