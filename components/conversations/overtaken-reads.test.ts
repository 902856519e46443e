import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RealtimeEvent } from "#lib/api-client/views.ts";
import type { LoadedThread } from "./apply-events.ts";
import { applyToCache, routes, showAgain, showAnswer } from "./cache-adapter.ts";
import { readByHand, watchReads } from "./overtaken-reads.ts";
import type { Looking } from "./place-in-list.ts";
import { sampleConversation, sampleMessage } from "./sample-views.ts";

const me: Looking = { userId: "me", inboxIds: null, visibleTeamIds: [], openId: "a" };
const params = { accountId: 1 };
const threadKey = [routes.thread, { params: { ...params, id: "a" } }];
const listKey = [routes.list, { params, query: { tab: "pending" } }];
const countsKey = [routes.counts, { params }];
const stretch = (...seqs: number[]): LoadedThread => ({ items: seqs.map((seq) => sampleMessage(seq)), next: null, newer: null });
const conversation = sampleConversation("a", { unreadCount: 1, lastSeq: 2 });
const placement = { inboxId: "site", teamId: null, assigneeId: null, status: "open", archived: false } as const;
const written: RealtimeEvent = { seq: 9, name: "message.created", conversation, message: sampleMessage(2), before: null, after: placement };

let client: QueryClient;
let stop: () => void;
beforeEach(() => {
  client = new QueryClient();
  stop = watchReads(client, (key, missed) => showAgain(client, key, missed));
});
afterEach(() => { stop(); client.clear(); });

/** Begins to read; the answer comes when it is given. */
function reading<Answer>(queryKey: readonly unknown[]) {
  const answer = Promise.withResolvers<Answer>();
  const done = client.fetchQuery({ queryKey, queryFn: () => answer.promise, retry: false });
  return { give: async (value: Answer) => { answer.resolve(value); await done; }, done };
}
const seqs = () => client.getQueryData<LoadedThread>(threadKey)?.items.map((message) => message.seq);

describe("an answer that left the server before a message which the screen shows already", () => {
  it("does not take it from the thread", async () => {
    client.setQueryData(threadKey, stretch(1));
    const { give } = reading<LoadedThread>(threadKey);
    applyToCache(client, [written], me);
    expect(seqs()).toEqual([1, 2]);
    await give(stretch(1));
    expect(seqs()).toEqual([1, 2]);
  });

  it("gets it when it is the first answer of all", async () => {
    const { give } = reading<LoadedThread>(threadKey);
    applyToCache(client, [written], me);
    await give(stretch(1));
    expect(seqs()).toEqual([1, 2]);
  });

  it("does not take a conversation from its list", async () => {
    const { give } = reading(listKey);
    applyToCache(client, [written], me);
    await give({ items: [], next: null });
    expect(client.getQueryData<any>(listKey).items).toMatchObject([{ id: "a", unreadCount: 1 }]);
  });

  it("knew it after all: it stands there once", async () => {
    const { give } = reading<LoadedThread>(threadKey);
    applyToCache(client, [written], me);
    await give(stretch(1, 2));
    expect(seqs()).toEqual([1, 2]);
  });

  it("counts it once, whether the answer knew it or not", async () => {
    for (const [pending, seq] of [[0, 8], [1, 9]] as const) {
      const { give } = reading(countsKey);
      applyToCache(client, [written], me);
      await give({ mine: 0, inService: 0, pending, seq });
      expect(client.getQueryData(countsKey)).toMatchObject({ pending: 1 });
    }
  });

  it("is mended also where a page of the thread is read by hand", async () => {
    const key = threadKey;
    client.setQueryData(key, { ...stretch(1), newer: 1 });
    const page = Promise.withResolvers<LoadedThread>();
    const done = readByHand(() => page.promise, (answer) => client.setQueryData(key, answer), (missed) => showAgain(client, key, missed));
    applyToCache(client, [written], me);
    expect(seqs()).toEqual([1]);
    page.resolve(stretch(1));
    await done;
    expect(seqs()).toEqual([1, 2]);
  });
});

it("an answer to sending that the provider's refusal overtook does not make the message wait again", async () => {
  client.setQueryData(threadKey, stretch());
  client.setQueryData(countsKey, { mine: 0, inService: 0, pending: 0, seq: 1 });
  const sent = sampleMessage(2, { type: "outgoing", status: "queued" });
  const answer = Promise.withResolvers<typeof sent>();
  const done = showAnswer(client, me, () => answer.promise, (message) => ({ seq: 0, name: "message.created", message }));
  applyToCache(client, [{ ...written, message: { ...sent, status: "failed" } }], me);
  answer.resolve(sent);
  expect(await done).toBe(sent);
  expect(client.getQueryData<LoadedThread>(threadKey)!.items.map((message) => message.status)).toEqual(["failed"]);
  expect(client.getQueryData(countsKey)).toMatchObject({ pending: 1 });
});

it("a refused change is taken back, but not what others did meanwhile", async () => {
  client.setQueryData([routes.one, { params: { ...params, id: "a" } }], conversation);
  const fact = (part: object): RealtimeEvent => ({ seq: 0, name: "conversation.updated", conversation: { ...conversation, ...part } });
  const answer = Promise.withResolvers<never>();
  const done = showAnswer(client, me, () => answer.promise, fact, fact({}));
  applyToCache(client, [{ ...fact({ assigneeId: "ana" }), seq: 9 }], me);
  answer.reject(new Error("refused"));
  await expect(done).rejects.toThrow("refused");
  expect(client.getQueryData([routes.one, { params: { ...params, id: "a" } }])).toMatchObject({ assigneeId: "ana" });
});

it("what was shown during a read that was given up is not shown again in a later answer", async () => {
  client.setQueryData(threadKey, stretch(1));
  const first = reading<LoadedThread>(threadKey);
  const old: RealtimeEvent = { ...written, name: "message.updated", message: sampleMessage(1, { content: "old" }) };
  applyToCache(client, [old], me);
  await client.cancelQueries({ queryKey: threadKey });
  await first.done.catch(() => undefined);
  const second = reading<LoadedThread>(threadKey);
  await second.give({ ...stretch(1), items: [sampleMessage(1, { content: "new" })] });
  expect(client.getQueryData<LoadedThread>(threadKey)!.items[0]!.content).toBe("new");
});
