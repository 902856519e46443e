import { describe, expect, it } from "vitest";
import { sampleMessage } from "#components/conversations/sample-views.ts";
import { threadRows } from "./thread-rows.ts";

const rows = (messages: ReturnType<typeof sampleMessage>[], unreadAfter: number | null = null) => threadRows({ messages, pending: [], unreadAfter, dayOf: (at) => at.slice(0, 10) });
const kinds = (of: ReturnType<typeof rows>) => of.map((row) => row.kind);

describe("threadRows", () => {
  it("begins every day with its name", () => {
    expect(kinds(rows([sampleMessage(1, { sentAt: "2026-11-21T10:00:00Z" }), sampleMessage(2, { sentAt: "2026-11-22T10:00:00Z" })]))).toEqual(["day", "message", "day", "message"]);
  });
  it("divides at the first unread message of the contact", () => {
    const ours = sampleMessage(2, { type: "outgoing", sender: { kind: "agent", id: "me", name: "Ana" } });
    expect(kinds(rows([sampleMessage(1), ours, sampleMessage(3)], 1))).toEqual(["day", "message", "message", "unread", "message"]);
  });
  it("gathers what one sender wrote within five minutes into a run", () => {
    const [, first, second, third] = rows([sampleMessage(1), sampleMessage(2), sampleMessage(30)]);
    expect([first, second, third].map((row) => row?.kind === "message" && [row.first, row.last])).toEqual([[true, false], [false, true], [true, true]]);
  });
  it("a note breaks a run of replies by the same agent", () => {
    const sender = { kind: "agent" as const, id: "me", name: "Ana" };
    const [, reply, note] = rows([sampleMessage(1, { type: "outgoing", sender }), sampleMessage(2, { type: "outgoing", sender, private: true })]);
    expect(note?.kind === "message" && note.first).toBe(true);
    expect(reply?.kind === "message" && reply.last).toBe(true);
  });
  it("draws activity as lines between", () => {
    expect(kinds(rows([sampleMessage(1), sampleMessage(2, { type: "activity" }), sampleMessage(3)]))).toEqual(["day", "message", "activity", "message"]);
  });
});
