import type pg from "pg";

/**
 * An archive of Balcão: `manifest.json` first, then `tables/<table>/<part>.ndjson` (one JSON row a line, as Postgres'
 * own to_jsonb writes it), then `files/…`. Independent of PostgreSQL's version and of its tools.
 */
export type Manifest = {
  format: 1;
  createdAt: string;
  /** Names of the migrations that the rows follow. */
  migrations: string[];
  tables: { name: string; columns: string[]; rows: number }[];
  sequences: Record<string, string>;
  /** The secret channel credentials are encrypted with. */
  secretKey: string;
};

export const rowsPerPart = 2_000;

/** Every table of ours with the columns that can be written. */
export async function readTables(client: pg.Client): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> '_prisma_migrations'
     group by c.relname order by c.relname`);
  return rows;
}

export async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query("select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null order by 1");
  return rows.map((row) => row.name);
}

/** All sequences of ours and where they stand. */
export async function readSequences(client: pg.Client): Promise<Record<string, string>> {
  const { rows } = await client.query("select sequencename as name, last_value as value from pg_sequences where schemaname = 'public' and last_value is not null");
  return Object.fromEntries(rows.map((row) => [row.name, String(row.value)]));
}
