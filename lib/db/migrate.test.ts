import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { env } from "../env.ts";
import { migrate } from "./migrate.ts";

const ours = path.resolve(import.meta.dirname, "../../prisma/migrations");
const url = () => env().DATABASE_URL;
let folder: string;
let client: pg.Client;

function add(name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "balcao-migrations-"));
  cpSync(ours, folder, { recursive: true });
  client = new pg.Client({ connectionString: url() });
  await client.connect();
});
afterEach(async () => {
  await client.query("delete from _prisma_migrations where migration_name like '2999%'; drop table if exists later, later_too");
  await client.end();
  rmSync(folder, { recursive: true });
});

describe("migrate", () => {
  it("does nothing where everything is applied", async () => {
    expect((await migrate(url(), folder)).applied).toEqual([]);
  });

  it("applies what is missing, in order, and notes it as Prisma does", async () => {
    add("29990101000001_later", "create table later (id int primary key)");
    add("29990101000002_later_too", "create table later_too (id int references later)");
    expect((await migrate(url(), folder)).applied).toEqual(["29990101000001_later", "29990101000002_later_too"]);
    const { rows } = await client.query("select migration_name, length(checksum) as length, applied_steps_count as steps, finished_at is not null as finished from _prisma_migrations where migration_name like '2999%' order by 1");
    expect(rows).toEqual([
      { migration_name: "29990101000001_later", length: 64, steps: 1, finished: true },
      { migration_name: "29990101000002_later_too", length: 64, steps: 1, finished: true },
    ]);
  });

  it("keeps nothing of a migration that fails, and says which and why", async () => {
    add("29990101000001_later", "create table later (id int); select nonsense;");
    await expect(migrate(url(), folder)).rejects.toThrow('The migration 29990101000001_later failed: column "nonsense" does not exist. Nothing of it was kept.');
    expect((await client.query("select to_regclass('later') as there")).rows[0].there).toBeNull();
    expect((await client.query("select 1 from _prisma_migrations where migration_name like '2999%'")).rowCount).toBe(0);
  });

  it("refuses a database that is newer than this version", async () => {
    add("29990101000001_later", "create table later (id int)");
    await migrate(url(), folder);
    await expect(migrate(url(), ours)).rejects.toThrow("The database is newer than this version of Balcão: it holds the migration 29990101000001_later.");
  });

  it("refuses a migration that was changed after it was applied", async () => {
    add("29990101000001_later", "create table later (id int)");
    await migrate(url(), folder);
    add("29990101000001_later", "create table later (id bigint)");
    await expect(migrate(url(), folder)).rejects.toThrow("was changed after it was applied");
  });

  it("lets one of several processes at a time do it", async () => {
    add("29990101000001_later", "select pg_sleep(0.2); create table later (id int)");
    const outcomes = await Promise.all([migrate(url(), folder), migrate(url(), folder), migrate(url(), folder)]);
    expect(outcomes.map((outcome) => outcome.applied.length).toSorted()).toEqual([0, 0, 1]);
  });

  it("says which table is busy instead of waiting behind it for ever", async () => {
    add("29990101000001_later", "alter table teams add column later int");
    const busy = new pg.Client({ connectionString: url() });
    await busy.connect();
    await busy.query("begin; lock table teams in access share mode");
    await expect(migrate(url(), folder)).rejects.toThrow(/29990101000001_later failed: .*lock timeout.*try again in a quieter moment/);
    await busy.end();
  });
});
