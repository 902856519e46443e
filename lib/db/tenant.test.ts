import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { asOwner } from "#tests/factories/as-owner.ts";
import { createTestAccount } from "#tests/factories/create-test-account.ts";
import { makeContact } from "#tests/factories/make-contact.ts";
import { afterCommit, currentAccountId, db, inAccount, tenantPool, transaction } from "./tenant.ts";

let mine: number;
let theirs: number;
let theirContact: string;

beforeAll(async () => {
  [{ accountId: mine }, { accountId: theirs }] = await Promise.all([createTestAccount(), createTestAccount()]);
  for (const accountId of [mine, theirs]) for (let n = 0; n < 20; n++) await makeContact(accountId, { name: `of ${accountId}` });
  theirContact = (await inAccount(theirs, async () => db.contact.findFirstOrThrow())).id;
});

const code = (work: Promise<unknown>) => work.then(() => "done", (error) => /\b(42501|23503|23505)\b/.exec(`${error.code} ${error.message} ${JSON.stringify(error.meta ?? "")}`)?.[1] ?? error.message);

describe("without an account", () => {
  test("no row of any tenant table is seen, on new and on used connections", async () => {
    await inAccount(mine, async () => db.contact.count());
    const tables = await asOwner<{ name: string }>("select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'account_id' and table_name <> 'event_tasks'");
    for (const { name } of tables) expect((await tenantPool.query(`select count(*)::int as n from ${name}`)).rows[0].n, name).toBe(0);
    expect((await tenantPool.query("select count(*)::int as n from accounts")).rows[0].n).toBe(0);
    expect((await tenantPool.query("select count(id)::int as n from users")).rows[0].n).toBe(0);
  });

  test("nothing can be written, and a verb says that it needs an account", async () => {
    expect(await code(db.label.create({ data: { accountId: mine, id: randomUUID(), name: "x" } }))).toBe("42501");
    expect(() => currentAccountId()).toThrow("inAccount()");
    await expect(transaction(async () => 1)).rejects.toThrow("inAccount()");
  });
});

describe("inside one account", () => {
  test("another's rows cannot be written, moved, changed or removed", async () => {
    await inAccount(mine, async () => {
      expect(await code(db.contact.create({ data: { accountId: theirs, id: randomUUID(), name: "x" } }))).toBe("42501");
      expect(await code(db.$executeRaw`update contacts set account_id = ${theirs} where account_id = ${mine}`)).toBe("42501");
      expect(await db.contact.updateMany({ where: { accountId: theirs }, data: { name: "x" } })).toEqual({ count: 0 });
      expect(await db.contact.deleteMany({ where: { id: theirContact } })).toEqual({ count: 0 });
    });
    expect(await inAccount(theirs, async () => db.contact.count({ where: { name: `of ${theirs}` } }))).toBe(20);
  });

  test("a row cannot point at another account's row", async () => {
    await inAccount(mine, async () => {
      const inbox = await db.inbox.create({ data: { accountId: mine, id: randomUUID(), name: "x", channelType: "api", token: randomUUID() } });
      expect(await code(db.contactInbox.create({ data: { accountId: mine, id: randomUUID(), contactId: theirContact, inboxId: inbox.id, sourceId: "1" } }))).toMatch(/23503|Foreign key/);
    });
  });

  test("the same id may exist in both, and neither learns of the other's", async () => {
    await inAccount(mine, async () => db.contact.create({ data: { accountId: mine, id: theirContact, name: "same id" } }));
    expect((await inAccount(theirs, async () => db.contact.findFirstOrThrow({ where: { id: theirContact } }))).name).toBe(`of ${theirs}`);
    await inAccount(mine, async () => db.contact.deleteMany({ where: { id: theirContact } }));
  });

  test("the account stays through a transaction, a failed one, and nested awaits", async () => {
    await inAccount(mine, async () => {
      expect(await transaction(async (tx) => tx.contact.count({ where: { accountId: theirs } }))).toBe(0);
      await expect(transaction(async (tx) => { await tx.$queryRaw`select 1/0`; })).rejects.toThrow();
      expect(await Promise.all(Array.from({ length: 12 }, async () => db.contact.count()))).toEqual(Array(12).fill(20));
    });
  });

  test("an account entered inside another is the inner one's, and the outer one's again afterwards", async () => {
    await inAccount(mine, async () => {
      expect((await inAccount(theirs, async () => db.contact.findFirstOrThrow())).accountId).toBe(theirs);
      expect((await db.contact.findFirstOrThrow()).accountId).toBe(mine);
    });
  });
});

test("400 reads of two accounts, interleaved over few connections, bring no foreign row", async () => {
  const reads = Array.from({ length: 400 }, async (_, n) => {
    const accountId = n % 2 ? mine : theirs;
    const rows = await inAccount(accountId, async () => (n % 3 ? db.contact.findMany() : (await tenantPool.query("select account_id as \"accountId\" from contacts")).rows));
    return { foreign: rows.filter((row) => row.accountId !== accountId).length, own: rows.length };
  });
  const seen = await Promise.all(reads);
  expect(seen.reduce((sum, read) => sum + read.foreign, 0)).toBe(0);
  expect(seen.every((read) => read.own === 20)).toBe(true);
  expect(tenantPool.totalCount).toBeLessThanOrEqual(10);
});

test("a lazy Prisma promise that is returned and not awaited still runs in its account", async () => {
  // oxlint-disable-next-line typescript/promise-function-async -- the trap: the callback hands the lazy promise out
  expect(await inAccount(mine, () => db.contact.count())).toBe(20);
});

describe("transactions", () => {
  test("roll back whole, and what was to follow the commit does not", async () => {
    const followed: string[] = [];
    await expect(inAccount(mine, async () => transaction(async (tx) => {
      await tx.contact.deleteMany({ where: { accountId: mine } });
      afterCommit(() => followed.push("gone"));
      throw new Error("no");
    }))).rejects.toThrow("no");
    expect(await inAccount(mine, async () => db.contact.count())).toBe(20);
    expect(followed).toEqual([]);
  });

  test("two that wait for each other are both done: the one Postgres ends is run again", async () => {
    const [a, b] = await inAccount(mine, async () => db.contact.findMany({ take: 2, orderBy: { id: "asc" } }));
    let runs = 0;
    let bothHold!: () => void;
    const met = new Promise<void>((resolve) => (bothHold = resolve));
    const lockBoth = (first: string, second: string) => inAccount(mine, async () => transaction(async (tx) => {
      await tx.$queryRaw`select 1 from contacts where account_id = ${mine} and id = ${first}::uuid for update`;
      if (++runs === 2) bothHold();
      await met;
      await tx.$queryRaw`select 1 from contacts where account_id = ${mine} and id = ${second}::uuid for update`;
    }));
    await Promise.all([lockBoth(a!.id, b!.id), lockBoth(b!.id, a!.id)]);
    expect(runs).toBe(3);
  });

  test("what follows the commit follows once, also when the work ran twice", async () => {
    const followed: number[] = [];
    await inAccount(mine, async () => transaction(async () => {
      afterCommit(() => followed.push(followed.length));
    }));
    expect(followed).toEqual([0]);
  });
});
