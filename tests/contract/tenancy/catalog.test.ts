import { beforeAll, expect, test } from "vitest";
import { asOwner } from "#tests/factories/as-owner.ts";

/** Without an account: people and their sign-ins, which only the system role reads, and the migrator's own list. */
const ofNoAccount = ["_prisma_migrations", "accounts", "api_tokens", "sessions", "users"];

type Table = { name: string; secured: boolean; forced: boolean; account: boolean; key: string[]; policies: { name: string; roles: string[]; using: string | null; check: string | null }[] };
let tables: Table[];
let tenant: Table[];

beforeAll(async () => {
  tables = await asOwner<Table>(`
    select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'account_id' and not a.attisdropped) as account,
      coalesce((select array_agg(a.attname::text order by k.place) from pg_index i, unnest(i.indkey::int[]) with ordinality k(attribute, place), pg_attribute a
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attribute), '{}') as key,
      coalesce((select json_agg(json_build_object('name', p.policyname, 'roles', p.roles, 'using', p.qual, 'check', p.with_check)) from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname), '[]') as policies
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`);
  tenant = tables.filter((table) => table.account);
});

test("every table belongs to an account, or is on the short list of those that cannot", () => {
  expect(tenant.length).toBeGreaterThan(15);
  expect(tables.filter((table) => !table.account).map((table) => table.name)).toEqual(ofNoAccount);
});

test("every table forces row-level security, on its owner too", () => {
  expect(tables.filter((table) => table.name !== "_prisma_migrations" && !(table.secured && table.forced)).map((table) => table.name)).toEqual([]);
});

test("every tenant table shows and takes rows of the connection's own account only", () => {
  const rule = "(account_id = (NULLIF(current_setting('app.account_id'::text, true), ''::text))::integer)";
  for (const table of tenant) expect(table.policies, table.name).toContainEqual({ name: "tenant", roles: ["public"], using: rule, check: rule });
});

test("no other policy lets the application's role in", () => {
  const others = tables.flatMap((table) => table.policies.map((policy) => ({ table: table.name, ...policy }))).filter((policy) => policy.name !== "tenant");
  const open = others.filter((policy) => policy.roles.includes("public") || policy.roles.some((role) => role.endsWith("_app")));
  expect(open.map((policy) => `${policy.table}: ${policy.name}`)).toEqual(["users: colleagues"]);
});

test("every tenant table's primary key begins with the account", () => {
  expect(tenant.filter((table) => table.key[0] !== "account_id").map((table) => table.name)).toEqual([]);
});

test("every reference between tenant tables carries the account", async () => {
  const keys = await asOwner<{ name: string; from: string; to: string; columns: string[]; targets: string[] }>(`
    select c.conname as name, c.conrelid::regclass::text as from, c.confrelid::regclass::text as to,
      (select array_agg(a.attname::text order by k.place) from unnest(c.conkey::int[]) with ordinality k(n, place) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n) as columns,
      (select array_agg(a.attname::text order by k.place) from unnest(c.confkey::int[]) with ordinality k(n, place) join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n) as targets
    from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`);
  const names = new Set(tenant.map((table) => table.name));
  const between = keys.filter((key) => names.has(key.from) && names.has(key.to));
  expect(between.length).toBeGreaterThan(10);
  expect(between.filter((key) => key.columns[0] !== "account_id" || key.targets[0] !== "account_id").map((key) => key.name)).toEqual([]);
});

test("the columns that name a row without a checked reference are known: history, and what is only ever joined with its account", async () => {
  const loose = await asOwner<{ column: string }>(`
    select c.relname || '.' || a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid = 'uuid'::regtype and a.attname like '%\\_id'
      and exists (select 1 from pg_attribute o where o.attrelid = c.oid and o.attname = 'account_id')
      and not exists (select 1 from pg_constraint k where k.contype = 'f' and k.conrelid = c.oid and a.attnum = any (k.conkey)) order by 1`);
  const history = /^(events|event_tasks|conversation_counts|idempotency_keys|early_events)\.|\.(actor_id|sender_id|uploader_id|invited_by_id|assignee_id)$/;
  expect(loose.map((row) => row.column).filter((column) => !history.test(column))).toEqual(["attachments.message_id", "messages.inbox_id", "messages.reply_to_id"]);
});

test("every index of a tenant table begins with the account, or its comment says that it crosses accounts and for whom", async () => {
  const indexes = await asOwner<{ name: string; first: string; comment: string | null }>(`
    select i.indexrelid::regclass::text as name, a.attname as first, obj_description(i.indexrelid) as comment
    from pg_index i join pg_class c on c.oid = i.indrelid left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and exists (select 1 from pg_attribute o where o.attrelid = c.oid and o.attname = 'account_id' and not o.attisdropped)`);
  expect(indexes.length).toBeGreaterThan(30);
  expect(indexes.filter((index) => index.first !== "account_id" && !index.comment?.startsWith("across accounts: ")).map((index) => index.name)).toEqual([]);
});

test("no view, and no function but the reviewed ones, reads as the owner", async () => {
  expect(await asOwner("select viewname from pg_views where schemaname = 'public' union all select matviewname from pg_matviews where schemaname = 'public'")).toEqual([]);
  const functions = await asOwner<{ name: string; config: string[] | null; public: boolean }>(`
    select p.proname as name, p.proconfig as config, has_function_privilege('public', p.oid, 'execute') as public
    from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef order by 1`);
  expect(functions.map((each) => each.name)).toEqual(["search_contacts", "search_conversations"]);
  for (const each of functions) expect(each, each.name).toMatchObject({ config: ["search_path=public, pg_temp"], public: false });
});
