import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as rest } from "node:timers/promises";
import { freePort } from "#lib/operations/free-port.ts";
import { waitUntil } from "#lib/operations/wait-until.ts";
import { memoryOf } from "./memory.ts";
import { percentile } from "./percentile.ts";
import { type Figure, kilobytes, ms, report } from "./report.ts";
import { connectSocket } from "./socket-client.ts";
import { startStack, type Stack } from "./start-stack.ts";

// One event to every connected agent, against Socket.IO alone in the same run: from the moment the event is in the sequence
// until the last socket has it, and the memory of a socket. Pairs are taken in turn, so that a busy machine hits both alike.
// node bench/realtime.ts [rounds, default 30]
const rounds = Number(process.argv[2] ?? 30);

type Crowd = { pid: number; baseUrl: string; auth: (n: number) => object; emit: () => void };
type Times = { first: number[]; last: number[]; bytes: number };

const stack = await startStack();
try {
  const figures: Figure[] = [];
  for (const sockets of [1_000, 5_000]) {
    const web = await stack.startWeb();
    const ours = await ourCrowd(web, await makeAgents(stack, sockets));
    const bare = await bareCrowd();
    const [us, limit] = [await gather(ours, sockets), await gather(bare.crowd, sockets)];
    const times = { ours: empty(), bare: empty() };
    await us.emitOnce(empty());
    bare.payload = us.lastText();
    await limit.emitOnce(empty());
    for (let round = 0; round < rounds; round++) {
      await us.emitOnce(times.ours);
      await limit.emitOnce(times.bare);
    }
    const [mine, floor] = [percentile(times.ours.last, 0.5), percentile(times.bare.last, 0.5)];
    const spread = (of: Times) => percentile(of.last.map((last, n) => last - of.first[n]!), 0.5);
    const count = sockets.toLocaleString("en");
    figures.push(
      { name: `event to ${count} sockets, last receipt p50 (${Math.round(times.ours.bytes)} bytes)`, value: ms(mine), limit: `${ms(floor)} bare Socket.IO`, ratio: mine / floor, target: "≤ 1.5", met: mine / floor <= 1.5 },
      { name: "  from the first receipt to the last", value: ms(spread(times.ours)), limit: ms(spread(times.bare)), ratio: spread(times.ours) / spread(times.bare), target: "≤ 1.5", met: spread(times.ours) / spread(times.bare) <= 1.5 },
      { name: "  last receipt p95", value: ms(percentile(times.ours.last, 0.95)), limit: ms(percentile(times.bare.last, 0.95)) },
      { name: "  memory a socket", value: kilobytes(us.memory), limit: kilobytes(limit.memory), ratio: us.memory / limit.memory, target: "≤ 1.3", met: us.memory / limit.memory <= 1.3 },
      { name: "  connects a second", value: us.connectsPerSecond.toFixed(0), limit: limit.connectsPerSecond.toFixed(0), ratio: us.connectsPerSecond / limit.connectsPerSecond },
    );
    us.close();
    limit.close();
    await stack.end(web, "SIGKILL");
    await stack.end(bare.process, "SIGKILL");
  }
  report("realtime", figures);
} finally {
  await stack.stop();
}
process.exit(0);

function empty(): Times {
  return { first: [], last: [], bytes: 0 };
}

/** Connects them, a few at a time, and waits for each event to arrive everywhere. */
async function gather(crowd: Crowd, count: number) {
  let receipts: number[] = [];
  let text = "";
  const clients: { close: () => void }[] = [];
  const connect = async (n: number) => {
    clients.push(await connectSocket(crowd.baseUrl, crowd.auth(n), (event) => {
      if (!event.startsWith('42["events"')) return;
      text = event;
      receipts.push(performance.now());
    }));
  };
  // What a process takes for its first work (database connections, compiled code, the young heap) is not the price of a socket.
  const first = count / 5;
  await inLanes(first, connect);
  await rest(1_500);
  const before = memoryOf(crowd.pid).resident;
  const started = performance.now();
  await inLanes(count - first, (n) => connect(first + n));
  const connectsPerSecond = (count - first) / ((performance.now() - started) / 1000);
  await rest(1_500);
  return {
    memory: (memoryOf(crowd.pid).resident - before) / (count - first),
    connectsPerSecond,
    lastText: () => JSON.parse(text.slice(2))[1],
    async emitOnce(times: Times) {
      receipts = [];
      const emitted = performance.now();
      crowd.emit();
      if (!(await waitUntil(() => receipts.length >= count, 30_000, 5))) throw new Error(`${receipts.length} of ${count} sockets got the event`);
      times.first.push(receipts[0]! - emitted);
      times.last.push(receipts.at(-1)! - emitted);
      times.bytes = text.length;
    },
    close: () => clients.forEach((client) => client.close()),
  };
}

/** Twenty at a time. */
async function inLanes(count: number, work: (n: number) => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: 20 }, async (_, lane) => {
    for (let n = lane; n < count; n += 20) await work(n);
  }));
}

/** An account with one conversation and as many agents as sockets would have (one token for every ten sockets). */
async function makeAgents(stack: Stack, sockets: number): Promise<{ accountId: number; tokens: string[] }> {
  const { createAccount } = await import("#lib/accounts/create-account.ts");
  const { createApiToken } = await import("#lib/auth/api-tokens.ts");
  const { inAccount } = await import("#lib/db/tenant.ts");
  const { createInbox } = await import("#lib/inboxes/create-inbox.ts");
  const { receiveMessage } = await import("#lib/messages/receive-message.ts");
  const { accountId } = await createAccount({ name: `${sockets}`, administrator: { name: "Ana", email: `ana@${sockets}.example`, password: "a-long-password-for-benches" } });
  const actor = { kind: "system", accountId } as const;
  await inAccount(accountId, async () => {
    const inbox = await createInbox(actor, { name: "API", channel: { type: "api" }, restricted: false, memberIds: [] } as never);
    await receiveMessage(actor, inbox, { kind: "message", externalId: "1", from: { externalIds: ["1"], name: "Rita" }, content: "Bom dia! Meu pedido ainda não chegou.", sentAt: new Date() });
  });
  const users = await stack.owner.query<{ id: string }>("insert into users (id, email, name, password_hash) select uuidv7(), n || '@agents' || $1, 'Agente ' || n, '' from generate_series(1, $2::int) n returning id", [sockets, sockets / 10]);
  await stack.owner.query("insert into memberships (account_id, user_id) select $1, unnest($2::uuid[])", [accountId, users.rows.map((row) => row.id)]);
  return { accountId, tokens: await Promise.all(users.rows.map(async (row) => (await createApiToken(row.id, { name: "bench" })).token)) };
}

/** The dispatcher's part is done here, so that no other process takes time away: the stored event gets its next sequence. */
async function ourCrowd(web: ChildProcess, { accountId, tokens }: { accountId: number; tokens: string[] }): Promise<Crowd> {
  const again = `insert into events (account_id, seq, name, payload, conversation_id, actor_kind) select account_id, nextval('events_seq'), name, payload, conversation_id, actor_kind
    from events where account_id = ${accountId} and name = 'message.created' order by id limit 1`;
  return {
    pid: web.pid!, baseUrl: stack.baseUrl, auth: (n) => ({ accountId, token: tokens[n % tokens.length] }),
    emit: () => void stack.owner.query(again).then(() => stack.owner.query("select pg_notify('balcao_events', '')")),
  };
}

async function bareCrowd(): Promise<{ crowd: Crowd; process: ChildProcess; payload: unknown }> {
  const port = await freePort();
  const server = stack.run("bench/bare-socket-server.ts", { PORT: String(port) });
  await once(server, "message");
  const bare = { process: server, payload: undefined as unknown, crowd: { pid: server.pid!, baseUrl: `http://127.0.0.1:${port}`, auth: () => ({}), emit: () => void server.send(bare.payload as object) } };
  return bare;
}
