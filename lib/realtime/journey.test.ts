import { expect, test } from "vitest";
import type { Placement } from "../conversations/schemas.ts";
import { journeysOf } from "./journey.ts";
import type { Announced } from "./present-events.ts";

const at = (teamId: string | null): Placement => ({ inboxId: "i", teamId, assigneeId: null, status: "open", archived: false });
const event = (seq: number, name: string, before: Placement | null, after: Placement, now: Placement): Announced =>
  ({ event: { seq, name, conversation: { id: "c", ...now } } as never, conversationId: "c", before, after });
const journey = (...events: Announced[]) => {
  const { now, ...rest } = journeysOf(events).get("c")!;
  return { ...rest, now: now.teamId };
};

test("from where the first event found it to where the last left it, in its present state", () => {
  expect(journey(event(1, "message.created", at("a"), at("a"), at("c")), event(2, "conversation.updated", at("a"), at("b"), at("c")))).toEqual({ from: at("a"), to: at("b"), now: "c", lastSeq: 2 });
});

test("a new conversation comes from nowhere", () => {
  expect(journey(event(1, "conversation.created", null, at(null), at("a")), event(2, "conversation.updated", at(null), at("a"), at("a")))).toMatchObject({ from: null, to: at("a") });
});

test("a changed message says nothing about places, before or after an event that does", () => {
  const moved = event(2, "conversation.updated", at("a"), at("b"), at("b"));
  const changed = (seq: number) => event(seq, "message.updated", at("b"), at("b"), at("b"));
  expect(journey(changed(1), moved, changed(3))).toEqual({ from: at("a"), to: at("b"), now: "b", lastSeq: 3 });
  expect(journey(changed(1))).toMatchObject({ now: "b", lastSeq: 1 });
});

test("what is no conversation's has no journey", () => {
  expect(journeysOf([{ event: { seq: 1, name: "settings.changed", what: "teams" }, conversationId: null, before: null, after: null }]).size).toBe(0);
});
