import { afterAll, beforeAll, expect, test } from "vitest";
import { systemQuery } from "#lib/db/system.ts";
import { db, inAccount } from "#lib/db/tenant.ts";
import { dispatchEvents } from "#lib/events/dispatch.ts";
import { redis } from "#lib/redis.ts";
import { asOwner } from "#tests/factories/as-owner.ts";
import { createTestAccount, type TestAccount } from "#tests/factories/create-test-account.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";
import { receiveText } from "#tests/factories/receive-text.ts";
import { enqueue } from "./enqueue.ts";
import { sweep, tidy } from "./sweep.ts";
import { startWorkers } from "./work.ts";

let account: TestAccount;
let conversationId: string;
let stop: (() => Promise<void>) | undefined;

beforeAll(async () => {
  account = await createTestAccount();
  ({ conversationId } = (await receiveText(account.accountId, (await makeInbox(account.accountId)).id))!);
  if (redis.status !== "ready") await new Promise((resolve) => redis.once("ready", resolve));
});
afterAll(() => stop?.());

const write = async (content: string) => (await account.administrator.api("POST", `${account.base}/conversations/${conversationId}/messages`, { content })).body.id as string;
const statusOf = async (id: string) => (await asOwner("select status from messages where id = $1", [id]))[0].status as string;
const pastTime = () => asOwner("update event_tasks set run_after = now() - interval '10 seconds'");

test("without Redis the sweep does the work itself", async () => {
  const id = await write("by the sweep");
  while ((await dispatchEvents()) > 0);
  await pastTime();
  await sweep(false);
  expect(await statusOf(id)).toBe("sent");
  expect(await asOwner("select 1 from event_tasks")).toEqual([]);
});

test("after Redis lost everything the sweep calls the workers again", async () => {
  const id = await write("after the flood");
  while ((await dispatchEvents()) > 0);
  await redis.flushall();
  stop = startWorkers();
  await pastTime();
  await expect.poll(async () => {
    await sweep(true);
    return statusOf(id);
  }).toBe("sent");
});

test("a worker that died with a job in its hands holds nobody up", async () => {
  await stop!();
  // What a killed worker leaves: a job that is active and has an id which swallows all later calls.
  const { queue } = await import("./enqueue.ts");
  const { Worker } = await import("bullmq");
  const dead = new Worker("delivery", null, { connection: redis.duplicate({ maxRetriesPerRequest: null }), prefix: "balcao:jobs", lockDuration: 30_000 });
  // Asked again: a call made just now (by the test before) holds the next one back for some milliseconds.
  await expect.poll(async () => {
    await enqueue("deliver-messages", [{ accountId: account.accountId, conversationId }]);
    return dead.getNextJob("dead", { block: false });
  }).toBeDefined();
  const id = await write("behind a dead worker");
  while ((await dispatchEvents()) > 0);
  await enqueue("deliver-messages", [{ accountId: account.accountId, conversationId }]);
  expect(await queue("delivery").getWaitingCount()).toBe(0);
  stop = startWorkers();
  // Before the dead worker's half minute is over.
  await expect.poll(async () => {
    await sweep(true);
    return statusOf(id);
  }).toBe("sent");
  await dead.close(true);
});

test("one process sweeps at a time", async () => {
  const client = await (await import("#lib/db/system.ts")).systemPool.connect();
  await client.query("begin");
  await client.query("select pg_advisory_xact_lock(7420002)");
  const id = await write("left to the other");
  await sweep(false);
  expect(await statusOf(id)).toBe("queued");
  await client.query("rollback");
  client.release();
});

test("tidying forgets what is past its time and keeps the rest", async () => {
  await inAccount(account.accountId, async () => {
    for (const [key, age] of [["old", "2 days"], ["new", "1 hour"]] as const) {
      await db.idempotencyKey.create({ data: { accountId: account.accountId, userId: account.administrator.userId, key, requestHash: Buffer.from("x") } });
      await asOwner("update idempotency_keys set created_at = now() - $2::interval where key = $1", [key, age]);
    }
  });
  await systemQuery("insert into sessions (id, token_hash, user_id, expires_at) values (gen_random_uuid(), 'a', $1, now() - interval '40 days'), (gen_random_uuid(), 'b', $1, now() + interval '1 day')", [account.administrator.userId]);
  await tidy();
  expect((await asOwner("select key from idempotency_keys")).map((row) => row.key)).toEqual(["new"]);
  expect(await asOwner("select 1 from sessions")).toHaveLength(1);
});
