import { beforeAll, expect, test } from "vitest";
import { asOwner } from "#tests/factories/as-owner.ts";
import { createTestAccount } from "#tests/factories/create-test-account.ts";
import { isOutage } from "./is-outage.ts";
import { db, inAccount, transaction } from "./tenant.ts";

let accountId: number;
beforeAll(async () => {
  ({ accountId } = await createTestAccount());
});

const failure = (work: Promise<unknown>) => work.then(() => undefined, (error: unknown) => error);

test("a connection cut in the middle of a transaction is an outage", async () => {
  const error = await failure(inAccount(accountId, async () => transaction(async (tx) => {
    await tx.$queryRaw`select 1`;
    await asOwner("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'balcao' and state like 'idle in transaction%'");
    await tx.$queryRaw`select 1`;
  })));
  expect(error).toBeDefined();
  expect(isOutage(error)).toBe(true);
});

test("a wrong statement, a refused row and a missing one are not", async () => {
  const wrong = await failure(inAccount(accountId, async () => db.$queryRaw`select 1/0`));
  const refused = await failure(inAccount(accountId, async () => db.label.create({ data: { accountId: accountId + 1, id: crypto.randomUUID(), name: "x" } })));
  const missing = await failure(inAccount(accountId, async () => db.label.findFirstOrThrow({ where: { name: "none" } })));
  for (const error of [wrong, refused, missing, new Error("no"), undefined, null]) expect(isOutage(error)).toBe(false);
});

test("the pool goes on with new connections", async () => {
  expect(await inAccount(accountId, async () => db.label.count())).toBe(0);
});
