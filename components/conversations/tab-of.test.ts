import { describe, expect, it } from "vitest";
import type { Placement } from "#lib/api-client/views.ts";
import { canSee, isInTab, type Viewer } from "./tab-of.ts";

const me: Viewer = { userId: "me", inboxIds: null, visibleTeamIds: ["sales"] };
const stands = (part: Partial<Placement> = {}): Placement => ({ inboxId: "site", teamId: "sales", assigneeId: null, status: "open", archived: false, ...part });

describe("queue tabs", () => {
  it("a conversation that nobody has is pending, and in no other queue", () => {
    expect(["mine", "in-service", "pending"].filter((tab) => isInTab(me, stands(), tab as "mine"))).toEqual(["pending"]);
  });
  it("what is mine is also in service", () => {
    const mine = stands({ assigneeId: "me" });
    expect(isInTab(me, mine, "mine")).toBe(true);
    expect(isInTab(me, mine, "in-service")).toBe(true);
    expect(isInTab(me, mine, "pending")).toBe(false);
  });
  it("a conversation without a team is seen by every team", () => {
    expect(isInTab(me, stands({ teamId: null }), "pending")).toBe(true);
  });
  it("another team's conversation is seen only by whoever has it", () => {
    expect(canSee(me, stands({ teamId: "support", assigneeId: "ana" }))).toBe(false);
    expect(canSee(me, stands({ teamId: "support", assigneeId: "me" }))).toBe(true);
  });
  it("an inbox that is not mine hides even what is assigned to me", () => {
    expect(canSee({ ...me, inboxIds: ["phone"] }, stands({ assigneeId: "me" }))).toBe(false);
  });
  it("resolved and archived conversations are in no queue, but among all", () => {
    for (const gone of [stands({ status: "resolved" }), stands({ archived: true })]) {
      expect(isInTab(me, gone, "pending")).toBe(false);
      expect(isInTab(me, gone, "all")).toBe(true);
    }
  });
  it("whoever sees every team sees them all", () => {
    expect(canSee({ ...me, visibleTeamIds: null }, stands({ teamId: "support", assigneeId: "ana" }))).toBe(true);
  });
});
