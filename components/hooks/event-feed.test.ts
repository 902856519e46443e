import { describe, expect, it } from "vitest";
import type { RealtimeEvent } from "#lib/api-client/views.ts";
import { EventFeed } from "./event-feed.ts";

const event = (seq: number): RealtimeEvent => ({ seq, name: "conversation.updated" });

describe("EventFeed", () => {
  it("passes an event once, however often it arrives", () => {
    const feed = new EventFeed();
    expect(feed.take([event(1), event(2)]).map((each) => each.seq)).toEqual([1, 2]);
    expect(feed.take([event(2), event(3)]).map((each) => each.seq)).toEqual([3]);
  });
  it("passes late events that were never seen, in order", () => {
    const feed = new EventFeed();
    feed.take([event(5)]);
    expect(feed.take([event(4), event(3)]).map((each) => each.seq)).toEqual([3, 4]);
    expect(feed.position).toBe(5);
  });
  it("knows that it is behind only when it has a position", () => {
    const feed = new EventFeed();
    expect(feed.isBehind(10)).toBe(false);
    feed.moveTo(10);
    expect(feed.isBehind(10)).toBe(false);
    expect(feed.isBehind(11)).toBe(true);
  });
});
