import { parseArgs } from "node:util";
import { startGraphServer } from "#tests/fakes/graph-server.ts";
import { seeded } from "#tests/contract/seeded.ts";
import { answerAsAgent, type Agent, type Answers } from "./agents.ts";
import { type Customer, type Line, pause, writeAsCustomer } from "./customers.ts";
import { haveMisfortunes } from "./misfortunes.ts";
import { Screen } from "./screen.ts";
import { startStack } from "./stack.ts";
import { type Finding, owed, verify } from "./verify.ts";

const help = `Kills the house's processes under load and checks that nothing is lost, doubled or out of order.

  node tests/faults/run.ts [--short | --seconds N] [--seed N] [--customers N]

  --short       half a minute of misfortunes (what bin/test does)
  --seconds N   that long; every misfortune comes again and again
  --seed N      the same misfortunes in the same order
  BALCAO_KEEP=1 keeps the logs`;

const { values } = parseArgs({ options: { short: { type: "boolean" }, seconds: { type: "string" }, seed: { type: "string" }, customers: { type: "string" }, help: { type: "boolean", short: "h" } } });
const say = (line: string) => process.stdout.write(`${line}\n`);
if (values.help) {
  say(help);
  process.exit(0);
}

const seconds = Number(values.seconds ?? process.env.BALCAO_FAULT_SECONDS ?? 32);
const seed = Number(values.seed ?? process.env.BALCAO_SEED ?? Math.floor(Math.random() * 1e6));
const customerCount = Number(values.customers ?? 16);
const phoneNumberIds = ["106540352242922", "106540352242923"];
const appSecret = "the app secret of the fault run";
const random = seeded(seed);

const graph = await startGraphServer();
const stack = await startStack();
let failed = 1;
try {
  failed = await run();
} finally {
  await stack.end();
  await graph.close();
}
process.exit(failed ? 1 : 0);

async function run(): Promise<number> {
  const { createTestAccount } = await import("#tests/factories/create-test-account.ts");
  const { makeInbox } = await import("#tests/factories/make-inbox.ts");
  const account = await createTestAccount({ agents: 2 });
  const lines: Line[] = [];
  for (const phoneNumberId of phoneNumberIds) {
    const inbox = await makeInbox(account.accountId, "whatsapp", { config: { phoneNumberId, businessAccountId: "1", accessToken: "token", appSecret, graphUrl: graph.url } });
    lines.push({ phoneNumberId, appSecret, door: `${stack.url}/api/channels/whatsapp/${inbox.token}` });
    graph.world.numbers.set(phoneNumberId, {
      phoneNumberId, displayPhoneNumber: "+55 11 3333-0000", businessAccountId: "1", accessToken: "token", appSecret, verifyToken: "x", webhookUrl: lines.at(-1)!.door, verifiedName: "Loja",
      ticks: { sentMs: 60, deliveredMs: 120, readMs: 200 }, enforceWindow: false,
    });
  }
  await until(() => fetch(`${stack.url}/api/health`).then((response) => response.ok, () => false), 60_000);

  const agents: Agent[] = account.agents.map(({ token }) => ({ url: stack.url, accountId: account.accountId, token }));
  const screen = new Screen({ url: stack.url, accountId: account.accountId, token: account.administrator.token });
  const customers: Customer[] = Array.from({ length: customerCount }, (_, n) => ({ waId: `55119${String(80_000_000 + n)}`, line: lines[n % lines.length]!, acknowledged: [] }));
  const answers: Answers = new Map();
  let end = Number.POSITIVE_INFINITY;
  const isOver = () => Date.now() > end;
  const [had] = await Promise.all([
    until(() => graph.world.entries.size >= 10, 20_000).then(() => {
      end = Date.now() + seconds * 1000;
      return haveMisfortunes(stack, graph, random, isOver);
    }),
    ...customers.map((customer) => writeAsCustomer(customer, random, isOver)),
    ...agents.map((agent) => answerAsAgent(agent, answers, random, isOver)),
  ]);

  const quietAfter = await settle();
  await screen.catchUp();
  const { findings, tally } = await verify(stack, graph, customers, answers, screen);
  screen.close();
  report(findings);
  const broken = findings.filter((finding) => finding.broken.length > 0).length;
  const deaths = `web ${stack.web.deaths}, worker ${stack.worker.deaths}, Redis ${stack.redis.deaths}`;
  say(`seed ${seed}: ${[...had.values()].reduce((sum, n) => sum + n, 0)} misfortunes of ${had.size} kinds in ${seconds} s (deaths: ${deaths}); ${tally.received} messages received, ${tally.accepted} answers of which ${tally.sent} sent and ${tally.unknown} of unknown outcome; ${screen.catchUps} catch-ups; quiet after ${quietAfter.toFixed(1)} s`);
  say(`${findings.length - broken} passed, ${broken} failed`);
  return broken;
}

/** The storm is over: one more death, so that no sender lives who could still hold a lease; then the leases' time passes at once. */
async function settle(): Promise<number> {
  const begun = Date.now();
  graph.world.failures = [];
  const { deaths } = stack.worker;
  stack.worker.kill();
  await until(() => stack.worker.deaths > deaths, 5_000);
  await stack.owner.query("update messages set lease_until = now() - interval '1 second' where status = 'sending'");
  await stack.owner.query("update event_tasks set run_after = least(run_after, now() - interval '3 seconds')");
  let quiet = 0;
  await until(async () => {
    const { rowCount } = await stack.owner.query(owed);
    const untold = [...graph.world.entries.values()].some((entry) => entry.from === "business" && entry.status !== "read");
    const behind = (await stack.owner.query("select 1 from messages where status in ('sent', 'delivered') limit 1")).rowCount;
    quiet = rowCount === 0 && !untold && !behind ? quiet + 1 : 0;
    return quiet >= 3;
  }, 60_000, 200);
  return (Date.now() - begun) / 1000;
}

/** Waits for a condition; goes on when the time is up: the checks say what is missing. */
async function until(condition: () => boolean | Promise<boolean>, timeoutMs: number, everyMs = 100): Promise<void> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; await pause(everyMs)) if (await condition()) return;
}

function report(findings: Finding[]): void {
  for (const { promise, broken } of findings) {
    say(`  ${broken.length ? "✗" : "✓"} ${promise}${broken.length ? `: ${broken.length}` : ""}`);
    for (const item of broken.slice(0, 5)) say(`      ${JSON.stringify(item)}`);
  }
}
