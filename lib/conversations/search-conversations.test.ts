import { beforeAll, describe, expect, test } from "vitest";
import { db, inAccount } from "#lib/db/tenant.ts";
import { asOwner } from "#tests/factories/as-owner.ts";
import { createTestAccount, type TestAccount } from "#tests/factories/create-test-account.ts";
import { makeContact } from "#tests/factories/make-contact.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";

let account: TestAccount;
let inboxId: string;
beforeAll(async () => {
  account = await createTestAccount({ agents: 1 });
  inboxId = (await makeInbox(account.accountId, "api")).id;
  for (const [name, phone] of [["Ana Paula da Silva", "+5511988887777"], ["João Conceição", "+5521977776666"], ["Ana Souza", undefined]] as const) await open(name, phone);
});

async function open(name: string, phone?: string, own = account, inbox = inboxId): Promise<{ id: string; displayId: number; protocol: string }> {
  const contact = await makeContact(own.accountId, { name, ...(phone && { phone }) });
  return (await own.administrator.api("POST", `${own.base}/conversations`, { inboxId: inbox, contactId: contact.id })).body;
}

async function names(q: string, own = account, query = "tab=all"): Promise<string[]> {
  const answer = await own.administrator.api("GET", `${own.base}/conversations?${query}&q=${encodeURIComponent(q)}`);
  expect(answer.status).toBe(200);
  return answer.body.items.map((each: { contact: { name: string } }) => each.contact.name);
}

describe("searching conversations", () => {
  test.each([
    ["one word, without its accents", "conceicao", ["João Conceição"]],
    ["words that do not stand together", "ana silva", ["Ana Paula da Silva"]],
    ["words in any order, and parts of them", "SIL ana", ["Ana Paula da Silva"]],
    ["words that nobody has all of", "ana conceicao", []],
    ["a phone as it is shown", "(11) 98888-7777", ["Ana Paula da Silva"]],
    ["a phone with its country", "+55 21 97777-6666", ["João Conceição"]],
    ["the end of a phone", "7777-6666", ["João Conceição"]],
    ["two letters", "jo", ["João Conceição"]],
    ["signs of patterns", "%", []],
    ["signs alone", "_ \\ '", []],
    ["quotes and operators", "ana' & !:*", []],
  ])("by %s", async (_what, q, expected) => {
    expect(await names(q)).toEqual(expected);
  });

  test("by protocol, whole or its end, and by number", async () => {
    const { protocol, displayId } = await open("Protocolada");
    expect(await names(protocol)).toEqual(["Protocolada"]);
    expect(await names(protocol.slice(-7))).toContain("Protocolada");
    expect(await names(String(displayId))).toContain("Protocolada");
  });

  test("only in the tab and the inbox that are looked at", async () => {
    const other = await makeInbox(account.accountId, "api");
    expect(await names("ana souza", account, "tab=pending")).toEqual(["Ana Souza"]);
    expect(await names("ana souza", account, "tab=mine")).toEqual([]);
    expect(await names("ana souza", account, `tab=all&inboxId=${other.id}`)).toEqual([]);
  });

  test("what is rare and old is found among many newer ones, by one word, two, two letters and a number; never another account's", async () => {
    const [mine, theirs] = [await createTestAccount(), await createTestAccount()];
    for (const own of [mine, theirs]) {
      const inbox = await makeInbox(own.accountId, "api");
      await open(own === mine ? "Zuleica Xavier Prado" : "Outra Pessoa", own === mine ? "+5585912345678" : undefined, own, inbox.id);
      const common = await open("Comum", undefined, own, inbox.id);
      await asOwner(`insert into conversations (account_id, id, display_id, protocol, inbox_id, contact_id, contact_inbox_id, last_activity_at)
        select c.account_id, gen_random_uuid(), 100 + n, 'P' || n, c.inbox_id, c.contact_id, c.contact_inbox_id, now() + n * interval '1 second'
        from conversations c, generate_series(1, 1500) n where c.account_id = $1 and c.id = $2`, [own.accountId, common.id]);
    }
    for (const q of ["zuleica", "prado zuleica", "xa", "85 91234-5678"]) {
      expect(await names(q, mine)).toEqual(["Zuleica Xavier Prado"]);
      expect(await names(q, theirs)).toEqual([]);
    }
    expect(await names("comum", mine)).toHaveLength(25);
    for (const q of ["%", "_", "\\\\", "'", "zz'; select 1; --", "!:* &", "z'", "(1", "\\'"]) expect(await names(q, mine), q).toEqual([]);
  });

  test("past row security only by the function itself, which wants a tenant", async () => {
    await expect(inAccount(account.accountId, async () => db.$queryRaw`select * from search_conversations('ana', 'all', null, null, null, null, null, false, null, null, 10)`)).resolves.toBeInstanceOf(Array);
    await expect(asOwner("select search_conversations('ana', 'all', null, null, null, null, null, false, null, null, 10)")).rejects.toThrow(/without a tenant/);
  });
});
