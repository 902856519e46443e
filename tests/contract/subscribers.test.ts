import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deliverMessages } from "#lib/channels/deliver.ts";
import { inAccount } from "#lib/db/tenant.ts";
import { systemQuery } from "#lib/db/system.ts";
import { dispatchEvents } from "#lib/events/dispatch.ts";
import { eventCatalog, type RecordedEvent } from "#lib/events/catalog.ts";
import { owedSubscriberRuns, runSubscriber } from "#lib/events/run-subscriber.ts";
import { subscribers, subscribersOf } from "#lib/events/subscribers.ts";
import { asOwner } from "#tests/factories/as-owner.ts";
import { type GraphServer, startGraphServer } from "#tests/fakes/graph-server.ts";
import { contentOf } from "./tenancy/peopled-account.ts";
import { actAtRandom, setStage, type Stage } from "./random-acts.ts";
import { seeded } from "./seeded.ts";

/** A subscriber may be run again at any time: after a crash, by a second worker, from a sweep. */
let graph: GraphServer;
let stage: Stage;
let accountId: number;
let events: RecordedEvent[];

beforeAll(async () => {
  graph = await startGraphServer();
  stage = await setStage({ config: { webhookUrl: `${graph.url}/fake/receivers/answers` } });
  ({ accountId } = stage.account);
  const random = seeded(7);
  for (let n = 0; n < 60; n++) await actAtRandom(stage, random, ["receive", "answer", "note", "assign", "team", "resolve", "labels", "read", "open", "rename"]);
  while ((await dispatchEvents()) > 0);
  const rows = await asOwner("select account_id, id, seq, name, payload, actor_kind, actor_id, created_at from events order by seq");
  events = rows.map((row) => ({ accountId: row.account_id, id: BigInt(row.id), seq: BigInt(row.seq), name: row.name, payload: eventCatalog[row.name as RecordedEvent["name"]].parse(row.payload), actorKind: row.actor_kind, actorId: row.actor_id, createdAt: row.created_at }) as RecordedEvent);
});
afterAll(() => graph.close());

test("every kind of event happened, so that each subscriber is tried on all it listens to", () => {
  expect(new Set(events.map((event) => event.name))).toEqual(new Set(["conversation.created", "conversation.updated", "message.created", "contact.updated", "settings.changed"]));
  expect(new Set(subscribers.map((subscriber) => subscriber.name)).size).toBe(subscribers.length);
});

describe.each(subscribers.map((subscriber) => [subscriber.name, subscriber] as const))("%s", (_, subscriber) => {
  test("run twice, and twice at once, gives what running once gives", async () => {
    const own = events.filter((event) => subscribersOf(event.name, event.payload).includes(subscriber));
    expect(own.length).toBeGreaterThan(0);
    for (const event of own) await inAccount(accountId, async () => subscriber.run(event));
    const once = await contentOf(accountId);
    for (const event of own) await inAccount(accountId, async () => Promise.all([subscriber.run(event), subscriber.run(event)]));
    expect(await contentOf(accountId)).toEqual(once);
  });
});

test("a delivery that is called many times at once, in order or not, sends each message once and in its order", async () => {
  const conversations = [...new Set(events.flatMap((event) => ("conversationId" in event.payload ? [event.payload.conversationId] : [])))];
  await Promise.all(conversations.flatMap((conversationId) => Array.from({ length: 4 }, () => deliverMessages({ accountId, conversationId }))));
  const received = (await (await fetch(`${graph.url}/fake/receivers/answers`)).json()) as { items: { body: { data: { message: { id: string }; conversation: { id: string } } } }[] };
  const bodies = received.items.map((item) => item.body);
  const owed = await asOwner("select id, conversation_id, status from messages where type = 'outgoing' and not private and reaction_to is null and sender_kind = 'agent' order by conversation_id, seq");
  expect(owed.length).toBeGreaterThan(3);
  expect(owed.every((row) => row.status === "sent")).toBe(true);
  for (const [conversationId, rows] of Map.groupBy(owed, (row) => row.conversation_id))
    expect(bodies.filter((body) => body.data.conversation.id === conversationId).map((body) => body.data.message.id)).toEqual(rows.map((row) => row.id));
});

test("a task is worked by one of many workers, and is gone when it is done", async () => {
  const tasks = await asOwner<{ accountId: number; eventId: string; subscriber: string }>(`select account_id as "accountId", event_id::text as "eventId", subscriber from event_tasks`);
  expect(tasks.length).toBeGreaterThan(0);
  await Promise.all(tasks.flatMap((task) => [runSubscriber(task), runSubscriber(task), runSubscriber(task)]));
  expect(await asOwner("select 1 from event_tasks")).toEqual([]);
});

test("a task that fails waits and is found again; one whose subscriber is gone is dropped", async () => {
  const key = { accountId, eventId: "999999999", subscriber: "deliver" };
  await systemQuery("insert into event_tasks (account_id, event_id, subscriber) values ($1, $2, $3), ($1, 1, 'a subscriber of an older version')", [accountId, key.eventId, key.subscriber]);
  await runSubscriber({ accountId, eventId: "1", subscriber: "a subscriber of an older version" });
  await runSubscriber(key);
  const [task] = await asOwner("select attempts, error, run_after > now() as later from event_tasks");
  expect(task).toMatchObject({ attempts: 1, later: true, error: expect.stringMatching(/\w/) });
  expect(await owedSubscriberRuns()).toEqual([]);
  await asOwner("update event_tasks set run_after = now() - interval '10 seconds'");
  expect(await owedSubscriberRuns()).toEqual([key]);
});
