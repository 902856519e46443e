import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertIsolation } from "#lib/db/assert-isolation.ts";
import { roleName } from "#lib/db/roles.ts";
import { systemPool, systemQuery } from "#lib/db/system.ts";
import { inAccount, tenantPool } from "#lib/db/tenant.ts";
import { asOwner } from "#tests/factories/as-owner.ts";
import { createTestAccount } from "#tests/factories/create-test-account.ts";
import { makeContact } from "#tests/factories/make-contact.ts";

const owner = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
let accountId: number;

beforeAll(async () => {
  ({ accountId } = await createTestAccount());
  await makeContact(accountId);
});
afterAll(() => owner.end());

const refusal = (work: Promise<unknown>) => work.then(() => "allowed", (error: { code?: string }) => error.code);
const asApplication = (text: string) => refusal(inAccount(accountId, () => tenantPool.query(text)));
const asSystem = (text: string) => refusal(systemQuery(text));

test("neither role is a superuser, passes row security, owns a table, or may make roles and databases", async () => {
  const roles = await asOwner(`select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
      (select count(*)::int from pg_class c where c.relowner = r.oid) as owned, (select count(*)::int from pg_auth_members m where m.member = r.oid) as memberships
    from pg_roles r where rolname = any($1) order by 1`, [[roleName("app"), roleName("system")]]);
  expect(roles).toHaveLength(2);
  for (const { rolname, ...rights } of roles)
    expect(rights, rolname).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false, owned: 0, memberships: 0 });
});

test("Balcão starts with its own roles and refuses one that sees past row security", async () => {
  await expect(assertIsolation()).resolves.toBeUndefined();
  await expect(assertIsolation([owner])).rejects.toThrow(/can see past row-level security .*does not start/);
  await expect(assertIsolation([tenantPool, owner])).rejects.toThrow();
});

test("a role that was given BYPASSRLS after the start-up is refused at the next one", async () => {
  await asOwner(`alter role ${roleName("app")} bypassrls`);
  await expect(assertIsolation()).rejects.toThrow(roleName("app"));
  await asOwner(`alter role ${roleName("app")} nobypassrls`);
});

test.each(["content", "error", "extras", "reactions", "sender_name", "activity"])("the system role cannot read messages.%s", async (column) => {
  expect(await asSystem(`select ${column} from messages`)).toBe("42501");
});

test.each(["select raw_body from inbound_events", "select last_message from conversations", "select name from contacts", "select source_id from contact_inboxes",
  "select response from idempotency_keys", "select event from early_events", "select filename from attachments", "select name from labels"])("the system role cannot %s", async (statement) => {
  expect(await asSystem(statement)).toBe("42501");
});

test.each(["update messages set status = 'sent'", "delete from messages", "update conversations set status = 'open'", "delete from events", "update events set payload = '{}'",
  "update inboxes set token = 'x'", "delete from memberships", "delete from users", "truncate events"])("the system role cannot %s", async (statement) => {
  expect(await asSystem(statement)).toBe("42501");
});

test.each(["select password_hash from users", "select * from sessions", "select * from api_tokens", "select * from event_tasks", "insert into accounts (name) values ('x')", "delete from accounts",
  "update users set name = 'x'", "truncate messages", "truncate conversations", "create table t (a int)", "alter table messages disable row level security", "set role postgres"])("the application's role cannot %s", async (statement) => {
  expect(["42501", "22023"]).toContain(await asApplication(statement));
});

test("the application cannot turn row security off for itself", async () => {
  expect(await asApplication("set row_security = off; select * from contacts")).toBe("42501");
  await inAccount(accountId, () => tenantPool.query("reset row_security"));
});

test("the search functions refuse to run without an account", async () => {
  await expect(tenantPool.query("select * from search_contacts('a', null, null, 10)")).rejects.toThrow("search without a tenant");
  await expect(tenantPool.query("select * from search_conversations('a', 'all', null, null, null, null, null, false, null, null, 10)")).rejects.toThrow("search without a tenant");
  expect(await refusal(systemPool.query("select * from search_contacts('a', null, null, 10)"))).toBe("42501");
});
