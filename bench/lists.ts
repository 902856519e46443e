import pg from "pg";
import { driveClosed } from "./drive.ts";
import { HttpConnection } from "./http-connection.ts";
import { percentile } from "./percentile.ts";
import { type Figure, ms, rate, report } from "./report.ts";
import { seedConversations, seedLongConversation, type Seeded } from "./seed-conversations.ts";
import { startStack } from "./start-stack.ts";
import { printTopStatements } from "./top-statements.ts";

// List, open, counts and search over the API at two sizes of one company, and of the small one beside the large one.
// node bench/lists.ts [--small]   10,000 and 1,000,000 conversations (5 million messages); --small: 10,000 and 100,000
const sizes = process.argv.includes("--small") ? [10_000, 100_000] as const : [10_000, 1_000_000] as const;
const samples = 60;

type Company = Seeded & { administrator: string; agents: string[]; long: string };
type Case = { name: string; as: "agent" | "administrator"; paths: (n: number, company: Company) => string[] };
type Measured = { p50: number; p95: number; statements: number };

const cases: Case[] = [
  { name: "list, mine", as: "agent", paths: () => ["conversations?tab=mine"] },
  { name: "list, pending", as: "agent", paths: () => ["conversations?tab=pending"] },
  { name: "list, in service", as: "administrator", paths: () => ["conversations?tab=in-service"] },
  { name: "list, all", as: "administrator", paths: () => ["conversations?tab=all"] },
  { name: "list, next page in the middle", as: "administrator", paths: (n) => [`conversations?tab=all&after=${Buffer.from(`${new Date(Date.parse("2025-12-01") + n * 3_600_000).toISOString()} 019aa000-0000-7000-8000-000000000000`).toString("base64url")}`] },
  { name: "open: conversation and messages", as: "administrator", paths: (n, company) => opened(`${conversationIds.get(company.accountId)![n % 50]}`) },
  { name: "open one with 10,000 messages", as: "administrator", paths: (_n, company) => opened(company.long) },
  { name: "counts", as: "agent", paths: () => ["conversations/counts"] },
  { name: "search, common name", as: "agent", paths: () => ["conversations?q=silva"] },
  { name: "search, rare name", as: "agent", paths: () => ["conversations?q=quintanilha"] },
  { name: "search, rare name, in mine", as: "agent", paths: () => ["conversations?tab=mine&q=quintanilha"] },
  { name: "search, two common words", as: "agent", paths: () => ["conversations?q=maria+souza"] },
  { name: "search, two letters", as: "agent", paths: () => ["conversations?q=jo"] },
  { name: "search, two letters that are rare", as: "agent", paths: () => ["conversations?q=xq"] },
  { name: "search, digits of a phone", as: "agent", paths: (n) => [`conversations?q=${String(((n * 7919 + 1) * 48271) % 100_000_000).padStart(8, "0")}`] },
  { name: "search, protocol", as: "agent", paths: (_n, company) => [`conversations?q=-${String(company.conversations / 2).padStart(6, "0")}`] },
  { name: "search, whole protocol", as: "agent", paths: (n, company) => [`conversations?q=${protocols.get(company.accountId)![n % 50]}`] },
  { name: "search, nothing found", as: "agent", paths: () => ["conversations?q=zzyzx"] },
];
const opened = (id: string) => [`conversations/${id}`, `conversations/${id}/messages`];
const conversationIds = new Map<number, string[]>();
const protocols = new Map<number, string[]>();

const stack = await startStack();
try {
  const web = await stack.startWeb();
  const small = await makeCompany("Pequena", sizes[0]);
  const alone = await measure(small);
  const large = await makeCompany("Grande", sizes[1]);
  const big = await measure(large);
  if (process.env.BENCH_STATEMENTS) await printTopStatements(stack.owner);
  const beside = await measure(small);
  const load = await driveClosed({ baseUrl: stack.baseUrl, connections: 8, seconds: 4, next: (n) => ({
    path: `/api/accounts/${large.accountId}/conversations?tab=${["mine", "pending", "in-service"][n % 3]}`, headers: { authorization: `Bearer ${large.agents[n % large.agents.length]}` } }) });
  const bare = await bareList(large.accountId);

  const n = (value: number) => value.toLocaleString("en");
  const figures: Figure[] = cases.flatMap(({ name }): Figure[] => {
    const [few, many, again] = [alone.get(name)!, big.get(name)!, beside.get(name)!];
    const isSearch = name.startsWith("search");
    // Opening is two requests.
    const most = name.startsWith("open") ? 12 : 6;
    const growth = many.p50 / few.p50;
    return [
      { name, value: `p50 ${ms(many.p50)}, p95 ${ms(many.p95)}, ${many.statements.toFixed(1)} statements`, ...(name === "list, in service" && { limit: `${ms(bare.p50)} bare SQL`, ratio: many.p50 / bare.p50 }),
        target: isSearch ? "p95 ≤ 100 ms" : `p50 ≤ 10 ms, ≤ ${most} statements`, met: isSearch ? many.p95 <= 100 : many.p50 <= 10 && many.statements <= most },
      { name: `  growth from ${n(sizes[0])}`, value: `${ms(few.p50)} → ${ms(many.p50)}`, ratio: growth, target: "≤ 1.5", met: growth <= 1.5 },
      { name: "  small company beside the large one", value: ms(again.p50), ratio: again.p50 / few.p50, target: "≤ 1.2", met: again.p50 / few.p50 <= 1.2 },
    ];
  });
  figures.push({ name: "lists, 8 clients", value: rate(load.perSecond), limit: `${rate(bare.perSecond)} bare SQL`, ratio: load.perSecond / bare.perSecond, target: "≥ 300/s", met: load.perSecond >= 300 });
  console.log(`${n(sizes[1])} conversations, ${n(await countOf(large.accountId))} messages`);
  report("lists", figures);
  await stack.end(web);
} finally {
  await stack.stop();
}
process.exit(0);

async function makeCompany(name: string, conversations: number): Promise<Company> {
  const { createAccount } = await import("#lib/accounts/create-account.ts");
  const { createApiToken } = await import("#lib/auth/api-tokens.ts");
  const { accountId, userId } = await createAccount({ name, administrator: { name: "Ana", email: `ana@${name}.example`, password: "a-long-password-for-benches" } });
  const { owner } = stack;
  await owner.query("insert into inboxes (account_id, id, name, channel_type, token) select $1, uuidv7(), 'Canal ' || n, 'api', gen_random_uuid() from generate_series(1, 8) n", [accountId]);
  await owner.query("insert into teams (account_id, id, name) select $1, uuidv7(), 'Setor ' || n from generate_series(1, 6) n", [accountId]);
  await owner.query("insert into labels (account_id, id, name) select $1, uuidv7(), 'Etiqueta ' || n from generate_series(1, 10) n", [accountId]);
  const users = await owner.query<{ id: string }>("insert into users (id, email, name, password_hash) select uuidv7(), 'agente' || n || '@' || $1, 'Agente ' || n, '' from generate_series(1, 40) n returning id", [`${name}.example`]);
  await owner.query("insert into memberships (account_id, user_id) select $1, unnest($2::uuid[])", [accountId, users.rows.map((row) => row.id)]);
  await owner.query(`insert into team_members (account_id, team_id, user_id) select $1, t.id, m.user_id from memberships m
    join lateral (select id from teams where account_id = $1 and m.user_id is not null order by hashtext(id::text || m.user_id::text) limit 2) t on true where m.account_id = $1 and m.role = 'agent'`, [accountId]);
  const agents = await Promise.all(users.rows.map(async (row) => (await createApiToken(row.id, { name: "bench" })).token));

  const started = performance.now();
  const seeded = await seedConversations(owner, accountId, conversations);
  const long = await seedLongConversation(owner, accountId, 10_000);
  console.error(`${conversations} conversations seeded in ${Math.round((performance.now() - started) / 1000)} s`);
  const { rows } = await owner.query<{ id: string; protocol: string }>("select id, protocol from conversations where account_id = $1 and display_id % $2 = 1 order by display_id desc limit 50", [accountId, Math.floor(conversations / 60)]);
  conversationIds.set(accountId, rows.map((row) => row.id));
  protocols.set(accountId, rows.map((row) => row.protocol));
  return { ...seeded, administrator: (await createApiToken(userId, { name: "bench" })).token, agents, long };
}

/** One request after the other; statements as Postgres counted them for the two application roles, but for the tail's poll. */
async function measure(company: Company): Promise<Map<string, Measured>> {
  const measured = new Map<string, Measured>();
  const client = await HttpConnection.open(stack.baseUrl);
  for (const { name, as, paths } of cases) {
    const one = async (n: number) => {
      const started = performance.now();
      for (const path of paths(n, company)) {
        const answer = await client.send("GET", `/api/accounts/${company.accountId}/${path}`, { authorization: `Bearer ${as === "agent" ? company.agents[n % company.agents.length] : company.administrator}` });
        if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body.slice(0, 200)}`);
      }
      return performance.now() - started;
    };
    for (let n = 0; n < 12; n++) await one(n);
    await stack.owner.query("select pg_stat_statements_reset()");
    const latencies: number[] = [];
    for (let n = 0; n < samples; n++) latencies.push(await one(n));
    const { rows } = await stack.owner.query(`select coalesce(sum(s.calls), 0) as calls from pg_stat_statements s join pg_roles r on r.oid = s.userid
      where r.rolname in ('bench_app', 'bench_system') and s.query not like '%from events where seq >%' and s.query not like 'update api_tokens%'`);
    if (process.env.BENCH_STATEMENTS === name) await printTopStatements(stack.owner);
    measured.set(name, { p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95), statements: Number(rows[0].calls) / samples });
  }
  client.close();
  return measured;
}

/** The same page by bare SQL: one at a time, and over 8 connections. */
async function bareList(accountId: number): Promise<{ p50: number; perSecond: number }> {
  const pool = new pg.Pool({ connectionString: stack.databaseUrl, max: 8 });
  const list = () => pool.query({ name: "list", text: `select c.*, k.name, k.phone, k.email::text, array(select l.label_id from conversation_labels l where l.account_id = c.account_id and l.conversation_id = c.id)
    from conversations c join contacts k on k.account_id = c.account_id and k.id = c.contact_id
    where c.account_id = $1 and c.assignee_id is not null and c.status <> 'resolved' and not c.archived order by c.last_activity_at desc, c.id desc limit 26`, values: [accountId] });
  const latencies: number[] = [];
  for (let n = 0; n < samples; n++) {
    const started = performance.now();
    await list();
    latencies.push(performance.now() - started);
  }
  let done = 0;
  const started = performance.now();
  await Promise.all(Array.from({ length: 8 }, async () => {
    while (performance.now() - started < 3_000) {
      await list();
      done++;
    }
  }));
  const perSecond = done / ((performance.now() - started) / 1000);
  await pool.end();
  return { p50: percentile(latencies, 0.5), perSecond };
}

async function countOf(accountId: number): Promise<number> {
  return Number((await stack.owner.query("select count(*) as n from messages where account_id = $1", [accountId])).rows[0].n);
}
