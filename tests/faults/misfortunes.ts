import type { GraphServer } from "#tests/fakes/graph-server.ts";
import { pause } from "./customers.ts";
import type { Stack } from "./stack.ts";

/** What can happen; each is done as nature would do it, without a warning. */
const misfortunes: Record<string, (stack: Stack, graph: GraphServer, random: () => number) => Promise<unknown> | void> = {
  "web killed": (stack) => stack.web.kill(),
  "worker killed": (stack) => stack.worker.kill(),
  "Redis killed": (stack) => stack.redis.kill(),
  "Redis emptied": (stack) => stack.flushRedis(),
  "Redis killed and emptied": async (stack) => {
    stack.redis.kill();
    await pause(400);
    await stack.flushRedis();
  },
  "a database connection cut": (stack) => terminate(stack, "limit 1"),
  "all database connections cut": (stack) => terminate(stack, ""),
  "web and worker killed": (stack) => {
    stack.web.kill();
    stack.worker.kill();
  },
  "the provider's answer lost": (_stack, graph) => void graph.world.failures.push({ on: "messages", drop: "after", times: 1 }),
  "the provider broke off": (_stack, graph) => void graph.world.failures.push({ on: "messages", drop: "before", times: 1 }),
  ...diesAt("web", "after-door-stored", "after-answer-stored"),
  ...diesAt("worker", "before-receive", "before-receive-commit", "before-dispatch-commit", "after-dispatch-commit", "before-send", "after-send-before-commit"),
};

/** The process dies between two steps: at the failpoints of lib/failpoint.ts. */
function diesAt(name: "web" | "worker", ...points: string[]) {
  return Object.fromEntries(points.map((point) => [`${name} dies ${point.replaceAll("-", " ")}`, async (stack: Stack) => {
    const { deaths } = stack[name];
    stack.failAt[name] = `${point}:0.3`;
    stack[name].kill();
    // Two deaths: this one, and the one at the failpoint.
    for (let waited = 0; stack[name].deaths < deaths + 2 && waited < 3_000; waited += 50) await pause(50);
    stack.failAt[name] = undefined;
    if (stack[name].deaths < deaths + 2) stack[name].kill();
  }]));
}

async function terminate(stack: Stack, limit: string): Promise<void> {
  await stack.owner.query(`select pg_terminate_backend(pid) from (
    select pid from pg_stat_activity where application_name like 'balcao%' and pid <> pg_backend_pid() order by random() ${limit}) victims`);
}

/** One after another in an order that follows from the seed, every one at least once when there is time, until it is over. */
export async function haveMisfortunes(stack: Stack, graph: GraphServer, random: () => number, isOver: () => boolean): Promise<Map<string, number>> {
  const had = new Map<string, number>();
  let coming: string[] = [];
  while (!isOver()) {
    if (!coming.length) coming = Object.keys(misfortunes).map((name) => [random(), name] as const).sort(([a], [b]) => a - b).map(([, name]) => name);
    const name = coming.shift()!;
    await misfortunes[name]!(stack, graph, random);
    had.set(name, (had.get(name) ?? 0) + 1);
    await recovery(graph, random() * 1_000, isOver);
  }
  return had;
}

/** Blow upon blow proves little: some answers come through before the next one, or a few seconds pass. */
async function recovery(graph: GraphServer, leastMs: number, isOver: () => boolean): Promise<void> {
  const sent = graph.world.entries.size;
  const begun = Date.now();
  while (!isOver() && Date.now() - begun < 4_000 && (graph.world.entries.size < sent + 3 || Date.now() - begun < leastMs)) await pause(50);
}
