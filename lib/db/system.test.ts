import { expect, test } from "vitest";
import { asOwner } from "#tests/factories/as-owner.ts";
import { systemPool, systemQuery, systemTransaction } from "./system.ts";

test("a connection cut while a transaction waits between two statements fails that transaction, not the process", async () => {
  const cut = systemTransaction(async (client) => {
    await client.query("select 1");
    const ended = new Promise((resolve) => client.once("end", resolve));
    await asOwner("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'balcao system' and state = 'idle in transaction'");
    await ended;
    await client.query("select 1");
  });
  await expect(cut).rejects.toThrow();
  expect(await systemQuery("select 1 as one")).toEqual([{ one: 1 }]);
});

test("connections are given back, whether the work was done or not", async () => {
  await systemTransaction(async () => 1);
  await expect(systemTransaction(async () => { throw new Error("no"); })).rejects.toThrow("no");
  expect(systemPool.idleCount).toBe(systemPool.totalCount);
});
