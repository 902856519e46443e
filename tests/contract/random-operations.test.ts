import { beforeAll, expect, test } from "vitest";
import { dispatchEvents } from "#lib/events/dispatch.ts";
import { tidy } from "#lib/jobs/sweep.ts";
import { asOwner } from "#tests/factories/as-owner.ts";
import { wrongNumbers } from "./kept-numbers.ts";
import { actAtRandom, setStage, type Stage } from "./random-acts.ts";
import { seeded, seedOfRun } from "./seeded.ts";

/** BALCAO_RANDOM_OPERATIONS=10000 for the whole of it; BALCAO_SEED to have a failure again. */
const operations = Number(process.env.BALCAO_RANDOM_OPERATIONS ?? 1_000);
const seed = seedOfRun();
const lanes = 8;

let stages: Stage[];
let foreign = 0;
let refused = 0;
const done = new Map<string, number>();

beforeAll(async () => {
  stages = [await setStage(), await setStage()];
  const random = seeded(seed);
  const each = Array.from({ length: lanes }, async (_, lane) => {
    const stage = stages[lane % 2]!;
    const other = new RegExp(`of ${stages[(lane + 1) % 2]!.account.accountId}\\b`);
    for (let n = 0; n < operations / lanes; n++) {
      const act = await actAtRandom(stage, random);
      done.set(act.name, (done.get(act.name) ?? 0) + 1);
      if (act.refused) refused++;
      if (other.test(JSON.stringify(act.result) ?? "")) foreign++;
      // Now and then what the worker does beside all of this.
      if (lane === 0 && n % 20 === 0) await dispatchEvents();
      if (lane === 1 && n % 40 === 0) await tidy();
    }
  });
  await Promise.all(each);
  while ((await dispatchEvents()) > 0);
}, 30_000 + operations * 60);

test(`${operations} random operations of two accounts at once (seed ${seed}) bring no foreign row`, async () => {
  expect(foreign).toBe(0);
  expect([...done.values()].reduce((sum, n) => sum + n, 0)).toBe(operations);
  expect(refused).toBeLessThan(operations * 0.6);
  expect(done.size).toBe(21);
  for (const { account: { accountId } } of stages) {
    const strangers = await asOwner(`select 'message' as what, content as text from messages where account_id = $1 and content not like $2
      union all select 'contact', name from contacts where account_id = $1 and name not like $3
      union all select 'sender', m.sender_id::text from messages m where account_id = $1 and sender_kind = 'agent' and not exists (select 1 from memberships u where u.account_id = m.account_id and u.user_id = m.sender_id)`,
    [accountId, `of ${accountId}: %`, `of ${accountId} %`]);
    expect(strangers).toEqual([]);
  }
});

test("every kept number agrees with what it is made of, before and after the counts are folded", async () => {
  expect(await wrongNumbers()).toEqual({});
  await tidy();
  expect(await wrongNumbers()).toEqual({});
  expect((await asOwner("select account_id, inbox_id, team_id, assignee_id from conversation_counts group by 1, 2, 3, 4 having count(*) > 1"))).toEqual([]);
});

test("every fact has its place in one sequence, in the order of its account's commits", async () => {
  const [facts] = await asOwner("select count(*)::int as n, count(seq)::int as sequenced, count(distinct seq)::int as places from events");
  expect(facts).toEqual({ n: facts.n, sequenced: facts.n, places: facts.n });
  const disorder = await asOwner("select * from (select conversation_id, seq, lag(seq) over (partition by account_id, conversation_id order by id) as earlier from events where conversation_id is not null) e where seq < earlier limit 5");
  expect(disorder).toEqual([]);
});
