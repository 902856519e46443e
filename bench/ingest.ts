import { waitUntil } from "#lib/operations/wait-until.ts";
import { cpuSeconds } from "./cpu-time.ts";
import { driveAtRate, driveClosed, type Driven, type Request } from "./drive.ts";
import { bareHttpAndInsert, bareTransactions, makeBareTables } from "./ingest-limits.ts";
import { percentile } from "./percentile.ts";
import { type Figure, ms, rate, report } from "./report.ts";
import { connectSocket } from "./socket-client.ts";
import { printTopStatements } from "./top-statements.ts";
import { startStack } from "./start-stack.ts";
import { phoneNumberId, whatsappSecret, whatsappWebhook } from "./whatsapp-webhook.ts";

// Webhook POST → committed message → an agent's socket, through the real web process and worker.
// node bench/ingest.ts [seconds per figure, default 10] [inboxes, default 4]
const seconds = Number(process.argv[2] ?? 10);
const inboxCount = Number(process.argv[3] ?? 4);
const customers = 1_000;
const rounds = 3;

const stack = await startStack();
try {
  const { createAccount } = await import("#lib/accounts/create-account.ts");
  const { createApiToken } = await import("#lib/auth/api-tokens.ts");
  const { createInbox } = await import("#lib/inboxes/create-inbox.ts");
  const { inAccount } = await import("#lib/db/tenant.ts");
  const { accountId, userId } = await createAccount({ name: "Medição", administrator: { name: "Ana", email: "ana@bench.example", password: "a-long-password-for-benches" } });
  const { token } = await createApiToken(userId, { name: "bench" });
  const inboxes: string[] = [];
  for (let inbox = 0; inbox < inboxCount; inbox++) {
    const config = { type: "whatsapp", phoneNumberId: phoneNumberId(inbox), accessToken: "a", appSecret: whatsappSecret, graphUrl: "http://127.0.0.1:1" } as const;
    inboxes.push((await inAccount(accountId, async () => createInbox({ kind: "system", accountId }, { name: `WhatsApp ${inbox}`, channel: config, restricted: false, memberIds: [] } as never))).token);
  }
  const processes = { web: (await stack.startWeb()).pid!, worker: (await stack.startWorker()).pid!, postgres: stack.postgres, redis: stack.redis };
  const cpuTimes = () => Object.values(processes).map(cpuSeconds);

  let posted = 0;
  /** A customer always writes to the same inbox. */
  const compose = (number: number, text = "Bom dia! Meu pedido ainda não chegou, vocês conseguem ver o que houve com a entrega?"): Request => {
    const customer = number % customers;
    const inbox = customer % inboxCount;
    return whatsappWebhook({ inbox, token: inboxes[inbox]!, customer, id: `bench-${number}`, text });
  };
  const next = (text?: string): Request => compose(posted++, text);
  /** Signing costs the client as much as the answer costs the server: done before the clock runs. */
  const prepared = (most: number) => {
    const first = posted;
    const requests = Array.from({ length: most }, (_, n) => compose(first + n));
    return () => requests[posted++ - first] ?? compose(posted - 1);
  };
  const isStored = async () => Number((await stack.owner.query("select (select count(*) from messages where type = 'incoming') as n")).rows[0].n) >= posted;
  const isOut = async () => (await isStored()) && (await stack.owner.query("select 1 from events where seq is null limit 1")).rowCount === 0;
  const drained = async () => {
    if (!(await waitUntil(isOut, 180_000, 20))) throw new Error("What was posted does not arrive.");
  };

  // Every customer has a conversation, as on a working day; the statements are prepared and the code is warm.
  while (posted < customers * 2) await driveClosed({ baseUrl: stack.baseUrl, connections: 8, seconds: 1, next: () => next() });
  await drained();
  await stack.owner.query("vacuum analyze");
  await stack.owner.query("select pg_stat_statements_reset()");

  await makeBareTables(stack.owner);
  const slice = seconds / rounds;
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value) / values.length;

  // The door alone: what it took in waits for the worker. In turn with its limit, so that a busy machine hits both alike.
  const bareRequests = Array.from({ length: 3_000 * seconds }, (_, n) => compose(10_000_000 + n));
  let bareTaken = 0;
  const nextBare = () => bareRequests[bareTaken++] ?? compose(10_000_000 + bareTaken);
  const door: number[] = [];
  const bareDoor: number[] = [];
  process.kill(processes.worker, "SIGSTOP");
  for (let round = 0; round < rounds; round++) {
    bareDoor.push((await bareHttpAndInsert(stack, (baseUrl) => driveClosed({ baseUrl, connections: 32, seconds: slice, next: nextBare }))).perSecond);
    door.push((await driveClosed({ baseUrl: stack.baseUrl, connections: 32, seconds: slice, next: prepared(1_500 * slice) })).perSecond);
  }
  const doorAtRate = await driveAtRate({ baseUrl: stack.baseUrl, connections: 64, seconds, perSecond: 500, next: prepared(500 * seconds) });
  process.kill(processes.worker, "SIGCONT");
  await drained();
  const bareAtRate = await bareHttpAndInsert(stack, (baseUrl) => driveAtRate({ baseUrl, connections: 64, seconds, perSecond: 500, next: nextBare }));

  const agent = await connectSocket(stack.baseUrl, { accountId, token }, () => {});
  const road: number[] = [];
  const transactions: number[] = [];
  const cpu = Object.values(processes).map(() => 0);
  let carried = 0;
  for (let round = 0; round < rounds; round++) {
    transactions.push(await bareTransactions(stack.databaseUrl, slice));
    const next = prepared(1_000 * slice);
    const before = { posted, cpu: cpuTimes(), at: performance.now() };
    await driveClosed({ baseUrl: stack.baseUrl, connections: 32, seconds: slice, next });
    await drained();
    road.push((posted - before.posted) / ((performance.now() - before.at) / 1000));
    for (const [n, used] of cpuTimes().entries()) cpu[n]! += used - before.cpu[n]!;
    carried += posted - before.posted;
  }
  agent.close();

  const atRate = await driveAtRate({ baseUrl: stack.baseUrl, connections: 64, seconds, perSecond: 500, next: prepared(500 * seconds) });
  await drained();

  // Fifty agents look on; each message carries its number.
  const sentAt = new Map<string, number>();
  const arrivals: number[] = [];
  const watchers = await Promise.all(Array.from({ length: 50 }, () => {
    const seen = new Set<string>();
    return connectSocket(stack.baseUrl, { accountId, token }, (text) => {
      const now = performance.now();
      for (const [mark] of text.matchAll(/nº \d+!/g)) {
        if (seen.has(mark) || !sentAt.has(mark)) continue;
        seen.add(mark);
        arrivals.push(now - sentAt.get(mark)!);
      }
    });
  }));
  const watched = await driveAtRate({ baseUrl: stack.baseUrl, connections: 16, seconds, perSecond: 100, next: (n) => {
    const mark = `nº ${n}!`;
    sentAt.set(mark, performance.now());
    return next(`Bom dia, pedido ${mark}`);
  } });
  await waitUntil(() => arrivals.length >= watched.latencies.length * 50, 10_000);
  for (const watcher of watchers) watcher.close();
  const missing = watched.latencies.length * 50 - arrivals.length;

  await drained();
  for (const kind of ["lost", "doubled"]) {
    const { rows } = await stack.owner.query(kind === "lost" ? "select $1::int - count(distinct external_id) as n from messages where type = 'incoming'" : "select count(*) - $1::int as n from messages where type = 'incoming'", [posted]);
    if (Number(rows[0].n) !== 0) throw new Error(`${rows[0].n} messages were ${kind}`);
  }

  await printTopStatements(stack.owner);
  const [atDoor, doorLimit, sustained, roadLimit] = [door, bareDoor, road, transactions].map(mean) as [number, number, number, number];
  const beside = (ours: Driven, bare: Driven, share: number) => {
    const [value, limit] = [percentile(ours.latencies, share), percentile(bare.latencies, share)];
    return { value: ms(value), limit: `${ms(limit)} HTTP + insert`, ratio: value / limit };
  };
  const figures: Figure[] = [
    { name: "posts acknowledged, 32 connections, the web process alone", value: rate(atDoor), limit: `${rate(doorLimit)} HTTP + insert`, ratio: atDoor / doorLimit, target: "≥ 0.6", met: atDoor >= 0.6 * doorLimit },
    { name: "acknowledged at 500/s, the web process alone, p50", ...beside(doorAtRate, bareAtRate, 0.5) },
    { name: "acknowledged at 500/s, the web process alone, p99", ...beside(doorAtRate, bareAtRate, 0.99), target: "≤ 25 ms", met: percentile(doorAtRate.latencies, 0.99) <= 25 },
    { name: "acknowledged at 500/s, the worker at it too, p50", ...beside(atRate, bareAtRate, 0.5) },
    { name: "acknowledged at 500/s, the worker at it too, p99", ...beside(atRate, bareAtRate, 0.99), target: "≤ 25 ms", met: percentile(atRate.latencies, 0.99) <= 25 },
    { name: `post → committed → out, ${inboxCount} inboxes`, value: rate(sustained), limit: `${rate(roadLimit)} transactions`, ratio: sustained / roadLimit, target: "≥ 0.3", met: sustained >= 0.3 * roadLimit },
    { name: "post → agent's socket at 100/s, 50 agents, p50", value: ms(percentile(arrivals, 0.5)), target: "≤ 40 ms", met: percentile(arrivals, 0.5) <= 40 },
    { name: "post → agent's socket at 100/s, 50 agents, p99", value: ms(percentile(arrivals, 0.99)), target: "≤ 250 ms", met: percentile(arrivals, 0.99) <= 250 },
    { name: "processor time a message: web, worker, Postgres, Redis", value: cpu.map((used) => ((used * 1000) / carried).toFixed(2)).join(" + ") + " ms" },
    { name: "events that did not reach a socket", value: String(missing), target: "0", met: missing === 0 },
    { name: "lost, doubled", value: "0, 0", target: "0, 0", met: true },
  ];
  report("ingest", figures);
} finally {
  await stack.stop();
}
process.exit(0);
