import { describe, expect, it } from "vitest";
import { type InboxState, openConversationId, readInboxUrl, settle, writeInboxUrl } from "./inbox-url.ts";

const usual: InboxState = { openId: null, tab: "mine", status: null, inboxId: null, unread: false, q: "", panel: null };

describe("the inbox's address", () => {
  it("holds everything that is on screen, and gives it back", () => {
    const state: InboxState = { openId: "c1", tab: "all", status: "resolved", inboxId: "i1", unread: true, q: "josé & cia", panel: "contact" };
    const url = new URL(writeInboxUrl(7, state), "http://x");
    expect(readInboxUrl(url.pathname, url.searchParams)).toEqual(state);
  });
  it("leaves out what is as usual", () => {
    expect(writeInboxUrl(7, usual)).toBe("/a/7/conversations");
  });
  it("reads nonsense as the usual", () => {
    expect(readInboxUrl("/a/7/conversations", new URLSearchParams("tab=x&status=y&unread=z"))).toEqual(usual);
  });
  it("knows which conversation is open, on its own pages only", () => {
    expect(openConversationId("/a/7/conversations/c1")).toBe("c1");
    expect(openConversationId("/a/7/contacts/c1")).toBeNull();
  });
  it("looks among all when resolved ones are asked for, and no longer asks for them in a queue", () => {
    expect(settle(usual, { status: "resolved" }).tab).toBe("all");
    expect(settle({ ...usual, tab: "all", status: "resolved" }, { tab: "mine" }).status).toBeNull();
  });
});
