import { expect, test } from "vitest";
import { groupTimeline } from "./group-timeline.ts";
import { comparePlaces, newestPlace, withMessages } from "./timeline.ts";
import type { WidgetMessage } from "#lib/visitors/schemas.ts";

function message(place: [number, number], change: Partial<WidgetMessage> = {}): WidgetMessage {
  return {
    id: place.join("."), conversationId: `c${place[0]}`, place, type: "outgoing", content: "Oi", senderName: "Ana", attachments: [],
    replyTo: null, clientId: null, edited: false, deleted: false, sentAt: "2026-11-22T12:00:00Z", ...change,
  };
}

test("places order by conversation first, then inside it", () => {
  expect([[2, 1], [1, 12], [1, 2]].sort((a, b) => comparePlaces(a as [number, number], b as [number, number]))).toEqual([[1, 2], [1, 12], [2, 1]]);
});

test("messages that come late, twice or changed end up in place, once, in their last form", () => {
  const first = withMessages([], [message([1, 1]), message([1, 3])]);
  const second = withMessages(first, [message([1, 2]), message([1, 3], { content: "Oi!", edited: true }), message([2, 1])]);
  expect(second.map((entry) => [entry.id, entry.content])).toEqual([["1.1", "Oi"], ["1.2", "Oi"], ["1.3", "Oi!"], ["2.1", "Oi"]]);
  expect(newestPlace(second)).toBe("2.1");
  expect(withMessages(second, [])).toBe(second);
});

test("the drawing has days, groups by person and pause, and the unsent at the end", () => {
  const history = [
    message([1, 1], { type: "incoming", senderName: null, sentAt: "2026-11-20T12:00:00Z" }),
    message([1, 2], { sentAt: "2026-11-20T12:01:00Z" }),
    message([1, 3], { sentAt: "2026-11-20T12:02:00Z" }),
    message([1, 4], { senderName: "Rui", sentAt: "2026-11-20T12:03:00Z" }),
    message([1, 5], { senderName: "Rui", sentAt: "2026-11-20T12:30:00Z" }),
    message([1, 6], { type: "resolved", sentAt: "2026-11-20T12:31:00Z" }),
  ];
  const items = groupTimeline(history, [{ clientId: "x", content: "De novo", attachments: [], at: Date.parse("2026-11-21T12:00:00Z") }]);
  expect(items.map((item) => (item.kind === "group" ? [item.own, item.name, item.messages.length] : item.kind))).toEqual([
    "day", [true, null, 1], [false, "Ana", 2], [false, "Rui", 1], [false, "Rui", 1], "resolved", "day", [true, null, 1],
  ]);
});

test("an unsent message that has arrived meanwhile is drawn once", () => {
  const items = groupTimeline([message([1, 1], { type: "incoming", clientId: "x" })], [{ clientId: "x", content: "Oi", attachments: [], at: Date.now() }]);
  expect(items.filter((item) => item.kind === "group")).toHaveLength(1);
});
