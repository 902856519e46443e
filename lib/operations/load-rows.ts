import type pg from "pg";
import { type Manifest, readTables } from "./backup-format.ts";
import { OperatorError } from "./operator-error.ts";

/**
 * Empties every table and loads the rows that `feed` hands over, in one transaction. Foreign keys, triggers and row-level
 * security are out of the way meanwhile (the rows come in the archive's order, and their counters with them) and are
 * back, and checked, before the commit. Works for an owner without superuser rights.
 */
export async function loadRows(client: pg.Client, manifest: Manifest, feed: (load: (table: string, lines: string) => Promise<void>) => Promise<void>): Promise<number> {
  const name = (value: string) => client.escapeIdentifier(value);
  const present = await readTables(client);
  const columnsOf = new Map(manifest.tables.map((table) => {
    const ours = present.find((each) => each.name === table.name);
    if (!ours && table.rows > 0) throw new OperatorError(`The backup holds a table ${table.name} that this version does not know.`);
    return [table.name, table.columns.filter((column) => ours?.columns.includes(column))];
  }));
  let loaded = 0;
  await client.query("begin");
  try {
    await client.query("set local lock_timeout = '30s'");
    const { rows: keys } = await client.query<{ table: string; key: string; definition: string }>(
      `select conrelid::regclass::text as table, conname as key, pg_get_constraintdef(oid) as definition from pg_constraint
       where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`);
    const { rows: forced } = await client.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relforcerowsecurity");
    await client.query(`truncate ${present.map((table) => name(table.name)).join(", ")} restart identity`);
    for (const { table, key } of keys) await client.query(`alter table ${table} drop constraint ${name(key)}`);
    for (const table of forced) await client.query(`alter table ${name(table.name)} no force row level security`);
    for (const table of present) await client.query(`alter table ${name(table.name)} disable trigger user`);

    await feed(async (table, lines) => {
      const columns = columnsOf.get(table)?.map(name).join(", ");
      if (!columns) return;
      const array = `[${lines.trim().split("\n").join(",")}]`;
      const inserted = await client.query(`insert into ${name(table)} (${columns}) overriding system value select ${columns} from jsonb_populate_recordset(null::${name(table)}, $1::jsonb)`, [array]);
      loaded += inserted.rowCount ?? 0;
    });

    const expected = manifest.tables.reduce((total, table) => total + table.rows, 0);
    if (loaded !== expected) throw new OperatorError(`The archive holds ${loaded} of its ${expected} rows; nothing was changed.`);
    for (const [sequence, value] of Object.entries(manifest.sequences)) {
      await client.query("select setval(c.oid, $2::bigint) from pg_class c where c.relname = $1 and c.relkind = 'S' and c.relnamespace = 'public'::regnamespace", [sequence, value]);
    }
    for (const table of present) await client.query(`alter table ${name(table.name)} enable trigger user`);
    for (const table of forced) await client.query(`alter table ${name(table.name)} force row level security`);
    for (const { table, key, definition } of keys) await client.query(`alter table ${table} add constraint ${name(key)} ${definition}`);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    if ((error as pg.DatabaseError).code === "55P03") throw new OperatorError("The database is too busy to be replaced. Stop the web and worker processes, then try again.", { cause: error });
    throw error;
  }
  await client.query("analyze");
  return loaded;
}
