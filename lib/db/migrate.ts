import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { ensureRoles } from "./roles.ts";

export type MigrationOutcome = { applied: string[]; total: number };

type Migration = { name: string; sql: string; checksum: string };

/** Prisma's own lock: `prisma migrate deploy` and this migrator keep each other out. */
const advisoryLock = 72707369;
const waitForOthersMs = 120_000;
const oldestServer = 150_000;

/**
 * Brings the database up to the migrations of this version, under a lock and each in its own transaction, and then the
 * roles the processes connect with. Keeps Prisma's `_prisma_migrations`, so `prisma migrate deploy` can take over.
 * @throws Error with one sentence for the operator: a newer schema, a changed migration, a failed statement.
 */
export async function migrate(databaseUrl: string, folder = path.resolve(import.meta.dirname, "../../prisma/migrations")): Promise<MigrationOutcome> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: "balcao migrate", connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    await assertServer(client);
    await takeLock(client);
    await client.query(historyTable);
    const wanted = readMigrations(folder);
    const pending = await pendingMigrations(client, wanted);
    for (const migration of pending) await apply(client, migration);
    await ensureRoles(client);
    return { applied: pending.map((migration) => migration.name), total: wanted.length };
  } finally {
    // Ending the session gives the lock back.
    await client.end().catch(() => {});
  }
}

export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

const historyTable = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
  logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

async function assertServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select current_setting('server_version_num')::int as number, current_setting('server_version') as version");
  if (rows[0].number < oldestServer) throw new Error(`Balcão needs PostgreSQL 15 or newer; this server is ${rows[0].version}.`);
}

async function takeLock(client: pg.Client): Promise<void> {
  await client.query(`set lock_timeout = ${waitForOthersMs}`);
  try {
    await client.query("select pg_advisory_lock($1)", [advisoryLock]);
  } catch (error) {
    if ((error as pg.DatabaseError).code !== "55P03") throw error;
    throw new Error("Another process has been migrating this database for two minutes. Wait for it to end, then try again.", { cause: error });
  }
}

async function pendingMigrations(client: pg.Client, wanted: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    "select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null order by started_at");
  const known = new Map(wanted.map((migration) => [migration.name, migration]));
  for (const row of rows) {
    const migration = known.get(row.migration_name);
    if (!migration) throw new Error(`The database is newer than this version of Balcão: it holds the migration ${row.migration_name}. Start the newer version, or restore a backup.`);
    // Only Prisma's own tool leaves such a row; ours rolls the whole migration back.
    if (!row.finished_at) throw new Error(`The migration ${row.migration_name} began and did not end. Restore a backup, or mark it with prisma migrate resolve.`);
    if (row.checksum !== migration.checksum) throw new Error(`The migration ${row.migration_name} was changed after it was applied to this database. Put it back, and write a new migration for what is new.`);
  }
  const applied = new Set(rows.map((row) => row.migration_name));
  return wanted.filter((migration) => !applied.has(migration.name));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const startedAt = new Date();
  await client.query("begin");
  try {
    // Fail soon rather than hold up every reader and writer behind a waiting ALTER TABLE.
    await client.query("set local lock_timeout = '5s'");
    await client.query(migration.sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) values ($1, $2, $3, $4, now(), 1)`,
      [randomUUID(), migration.checksum, migration.name, startedAt]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    const { code, message } = error as pg.DatabaseError;
    if (code === "53100") throw error;
    const advice = code === "55P03" ? "A busy table could not be locked within 5 s; try again in a quieter moment." : "Nothing of it was kept.";
    throw new Error(`The migration ${migration.name} failed: ${message.replace(/\.$/, "")}. ${advice}`, { cause: error });
  }
}
