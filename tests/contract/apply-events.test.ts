import { beforeAll, describe, expect, test } from "vitest";
import { applyEvents, type InboxCache, type LoadedThread } from "#components/conversations/apply-events.ts";
import type { ListQuery, Looking } from "#components/conversations/place-in-list.ts";
import type { ConversationView, RealtimeEvent } from "#lib/api-client/views.ts";
import { dispatchEvents } from "#lib/events/dispatch.ts";
import type { TestAgent } from "#tests/factories/create-test-account.ts";
import { actAtRandom, setStage, type Stage } from "./random-acts.ts";
import { seeded, seedOfRun } from "./seeded.ts";

/** What a screen makes of the events it missed is what it would read anew: for everyone, whatever they may see. */
const seed = seedOfRun();
const random = seeded(seed);
const queries: ListQuery[] = [{ tab: "mine" }, { tab: "in-service" }, { tab: "pending" }, { tab: "all" }, { tab: "all", status: "resolved" }, { tab: "pending", unread: true }];
const acts = ["receive", "receive", "receive", "answer", "answer", "note", "assign", "start", "team", "team", "resolve", "reopen", "labels", "read", "open", "react", "change", "deliver", "rename"];

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  for (let n = 0; n < 60; n++) await actAtRandom(stage, random, acts);
  while ((await dispatchEvents()) > 0);
});

async function looking(agent: TestAgent): Promise<Looking> {
  const actor = await agent.actor();
  return { userId: actor.userId, inboxIds: actor.inboxIds, visibleTeamIds: actor.visibleTeamIds, openId: null };
}

/** Everything the screen of this agent shows, read from the API. */
async function read(agent: TestAgent, only?: readonly string[]): Promise<InboxCache> {
  const get = async (path: string) => (await agent.api("GET", `${stage.account.base}${path}`)).body;
  const lists = await Promise.all(queries.map(async (query) => {
    const page = await get(`/conversations?${new URLSearchParams({ ...(query as Record<string, string>), limit: "100" })}`);
    return { query, items: page.items.map(sorted), complete: page.next === null };
  }));
  const shown = (lists[3]!.items as ConversationView[]).filter(({ id }, at) => (only ? only.includes(id) : at < 12));
  const threads = await Promise.all(shown.map(async ({ id }): Promise<[string, LoadedThread]> => [id, await get(`/conversations/${id}/messages?limit=100`)]));
  return { lists, conversations: new Map(shown.map((conversation) => [conversation.id, conversation])), threads: new Map(threads), counts: await get("/conversations/counts") };
}

const sorted = (conversation: ConversationView): ConversationView => ({ ...conversation, labelIds: conversation.labelIds.toSorted() });
/** Without what is gone from this agent's sight: a screen drops it when it is next drawn. */
function comparable(cache: InboxCache, ids: readonly string[]) {
  const kept = <T>(map: ReadonlyMap<string, T>) => Object.fromEntries([...map].filter(([id]) => ids.includes(id)).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { lists: cache.lists.map((list) => ({ ...list, items: list.items.map(sorted) })), counts: { ...cache.counts, seq: null }, threads: kept(cache.threads), conversations: kept(new Map([...cache.conversations].map(([id, conversation]) => [id, sorted(conversation)]))) };
}

async function missed(agent: TestAgent, after: number): Promise<{ events: RealtimeEvent[]; head: number; tooFar: boolean }> {
  return (await agent.api("GET", `${stage.account.base}/events?after=${after}`)).body;
}

describe.each(["administrator", "member of one team and the closed inbox", "member of the other team", "member of both teams", "member of none"].map((who, n) => [who, n] as const))("%s", (_, n) => {
  test(`after any acts of others, the events that were missed give what reading again gives (seed ${seed})`, async () => {
    const agent = [stage.account.administrator, ...stage.account.agents][n]!;
    for (let round = 0; round < 3; round++) {
      const { head } = await missed(agent, 0).then((all) => (all.tooFar ? all : missed(agent, all.head)));
      const done: string[] = [];
      // Committed, and told only after the screen has read it.
      for (let act = 0; act < 3; act++) done.push((await actAtRandom(stage, random, acts)).name);
      const stale = await read(agent);
      for (let act = 0; act < 12; act++) {
        const { name, refused } = await actAtRandom(stage, random, acts);
        if (!refused) done.push(name);
      }
      while ((await dispatchEvents()) > 0);
      const { events, tooFar } = await missed(agent, head);
      expect(tooFar).toBe(false);
      const known = [...stale.conversations.keys()];
      const fresh = await read(agent, known);
      const ids = [...fresh.conversations.keys()];
      expect(comparable(applyEvents(stale, events, await looking(agent)), ids), `${done.join(", ")} (${events.length} events)`).toEqual(comparable(fresh, ids));
    }
  });

  test("what may not be seen now is in no event, though it could be seen before", async () => {
    const agent = [stage.account.administrator, ...stage.account.agents][n]!;
    const { events } = await missed(agent, Math.max(0, (await missed(agent, 0)).head - 250));
    const visible = new Set((await agent.api("GET", `${stage.account.base}/conversations?limit=100`)).body.items.map((conversation: ConversationView) => conversation.id));
    expect(events.length).toBeGreaterThan(0);
    expect(events.filter((event) => event.conversation && !visible.has(event.conversation.id))).toEqual([]);
  });
});

test("events applied twice, or the last of them again, change nothing more", async () => {
  const agent = stage.account.administrator;
  const before = await read(agent);
  const { head } = await missed(agent, 0).then((all) => (all.tooFar ? all : missed(agent, all.head)));
  for (let act = 0; act < 6; act++) await actAtRandom(stage, random, ["receive", "answer", "read", "labels"]);
  while ((await dispatchEvents()) > 0);
  const { events } = await missed(agent, head);
  const once = applyEvents(before, events.filter((event) => event.name !== "conversation.created"), await looking(agent));
  const again = applyEvents(once, events.filter((event) => event.name === "message.created" || event.name === "message.updated"), await looking(agent));
  expect(again.threads).toEqual(once.threads);
  expect(again.lists).toEqual(once.lists);
});
