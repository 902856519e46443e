import { beforeAll, describe, expect, test } from "vitest";
import { systemQuery } from "#lib/db/system.ts";
import { db, inAccount } from "#lib/db/tenant.ts";
import { createTestAccount, type TestAccount, type TestAgent } from "#tests/factories/create-test-account.ts";
import { makeContact } from "#tests/factories/make-contact.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";

let account: TestAccount;
beforeAll(async () => {
  account = await createTestAccount({ agents: 1 });
});

describe("contacts", () => {
  test("phones are kept as E.164, read as Brazilian without a country code, and refused in a sentence", async () => {
    const { api } = account.administrator;
    expect((await api("POST", `${account.base}/contacts`, { name: "Ana", phone: "(11) 98765-4321" })).body.phone).toBe("+5511987654321");
    expect((await api("POST", `${account.base}/contacts`, { name: "Bob", phone: "+1 415 555 2671" })).body.phone).toBe("+14155552671");
    const refused = await api("POST", `${account.base}/contacts`, { name: "Zé", phone: "123" });
    expect(refused.body.error).toMatchObject({ code: "invalid_input", details: [{ path: "phone", message: "phone" }] });
  });

  test("one identity on an inbox is one contact, also for five requests at once", async () => {
    const inbox = await makeInbox(account.accountId, "api");
    const input = { name: "Carla", inboxId: inbox.id, sourceId: "crm-7" };
    const answers = await Promise.all(Array.from({ length: 5 }, () => account.administrator.api("POST", `${account.base}/contacts`, input)));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers[0]!.body.inboxes).toEqual([{ inboxId: inbox.id, sourceId: "crm-7" }]);
    const foreign = await createTestAccount();
    expect((await foreign.administrator.api("POST", `${foreign.base}/contacts`, input)).body.error.details[0].path).toBe("inboxId");
  });

  test("five conversations begun at once with someone who never wrote are refused to nobody", async () => {
    const inbox = await makeInbox(account.accountId, "api");
    const contact = await makeContact(account.accountId, { name: "Fábia" });
    const answers = await Promise.all(Array.from({ length: 5 }, () => account.administrator.api("POST", `${account.base}/conversations`, { inboxId: inbox.id, contactId: contact.id })));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201]);
  });

  test("a patch changes only what it names; null empties", async () => {
    const contact = await makeContact(account.accountId, { name: "Davi", phone: "11 3333-4444", email: "davi@example.com" });
    const path = `${account.base}/contacts/${contact.id}`;
    expect((await account.agents[0]!.api("PATCH", path, { company: "Padaria", email: null })).body).toMatchObject({ name: "Davi", phone: "+551133334444", email: null, company: "Padaria" });
    expect((await account.agents[0]!.api("GET", path)).body.company).toBe("Padaria");
    expect((await account.agents[0]!.api("GET", `${path}/conversations`)).body).toEqual({ items: [], next: null });
    const foreign = await createTestAccount();
    expect((await foreign.administrator.api("GET", `${foreign.base}/contacts/${contact.id}`)).status).toBe(404);
  });

  test("show when they were last heard of, in the conversations one sees", async () => {
    const [open, closed] = [await makeInbox(account.accountId, "api"), await makeInbox(account.accountId, "api")];
    const contact = await makeContact(account.accountId, { name: "Elisa" });
    const ask = async (who: TestAgent) => (await who.api("GET", `${account.base}/contacts/${contact.id}`)).body.lastActivityAt;
    expect(await ask(account.administrator)).toBeNull();
    const first = (await account.administrator.api("POST", `${account.base}/conversations`, { inboxId: open.id, contactId: contact.id, content: "Oi" })).body;
    expect(await ask(account.agents[0]!)).toBe(first.lastActivityAt);
    await account.administrator.api("PATCH", `${account.base}/inboxes/${closed.id}`, { restricted: true, memberIds: [] });
    const second = (await account.administrator.api("POST", `${account.base}/conversations`, { inboxId: closed.id, contactId: contact.id, content: "Só aqui" })).body;
    expect(await ask(account.administrator)).toBe(second.lastActivityAt);
    expect(await ask(account.agents[0]!)).toBe(first.lastActivityAt);
  });

  test("are found without accents, by phone however typed, and paged without gaps", async () => {
    const own = await createTestAccount();
    const { api } = own.administrator;
    for (let n = 0; n < 5; n++) await makeContact(own.accountId, { name: `João Conceição ${n}`, phone: `+55119876500${n}0` });
    await makeContact(own.accountId, { name: "Outra" });
    const names = async (q: string) => (await api("GET", `${own.base}/contacts?q=${encodeURIComponent(q)}`)).body.items.map((each: { name: string }) => each.name);
    expect(await names("joao conceicao")).toHaveLength(5);
    expect(await names("(11) 98765-0030")).toEqual(["João Conceição 3"]);
    expect(await names("%")).toEqual([]);
    const seen: string[] = [];
    for (let after = ""; ;) {
      const { body } = await api("GET", `${own.base}/contacts?q=jo&limit=2&after=${after}`);
      seen.push(...body.items.map((each: { name: string }) => each.name));
      if (!body.next) break;
      after = body.next;
    }
    expect(seen).toEqual([4, 3, 2, 1, 0].map((n) => `João Conceição ${n}`));
  });

  test("a rare name among many is found by the index, and never another account's", async () => {
    const [mine, theirs] = [await createTestAccount(), await createTestAccount()];
    for (const { accountId } of [mine, theirs]) await inAccount(accountId, async () => db.$executeRaw`
      insert into contacts (account_id, id, name, created_at) select ${accountId}, gen_random_uuid(), 'Cliente ' || n, now() - n * interval '1 second' from generate_series(1, 4000) n`);
    await inAccount(mine.accountId, async () => db.$executeRaw`update contacts set name = 'Zuleica Xavier' where account_id = ${mine.accountId} and name = 'Cliente 3990'`);
    const find = async (own: TestAccount, q: string) => (await own.administrator.api("GET", `${own.base}/contacts?q=${q}`)).body.items.map((each: { name: string }) => each.name);
    expect(await find(mine, "zuleica")).toEqual(["Zuleica Xavier"]);
    expect(await find(mine, "xa")).toEqual(["Zuleica Xavier"]);
    expect(await find(theirs, "zuleica")).toEqual([]);
    await expect(systemQuery("select search_contacts('a', null, null, 1)")).rejects.toThrow(/permission denied/);
  });
});
