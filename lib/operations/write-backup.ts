import { createReadStream, existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { env } from "#lib/env.ts";
import { appliedMigrations, type Manifest, readSequences, readTables, rowsPerPart } from "./backup-format.ts";
import { OperatorError } from "./operator-error.ts";
import { TarWriter } from "./tar-archive.ts";

export type WrittenBackup = { file: string; rows: number; files: number; bytes: number };

/**
 * One archive of the database, as it is at one instant, and of all files. Balcão may go on running. The archive appears
 * under its name only when it is whole.
 */
export async function writeBackup(target: string, dataFolder: string): Promise<WrittenBackup> {
  const file = path.resolve(target);
  if (existsSync(file)) throw new OperatorError(`${file} exists already. Choose another name; backups are never overwritten.`);
  if (!existsSync(path.dirname(file))) throw new OperatorError(`There is no folder ${path.dirname(file)}.`);
  const draft = `${file}.partial`;
  const archive = new TarWriter(draft);
  const client = new pg.Client({ connectionString: env().DATABASE_URL, application_name: "balcao backup" });
  client.on("error", () => {});
  try {
    await client.connect();
    await allowReading(client);
    const rows = await writeDatabase(client, archive);
    const files = await writeFiles(archive, path.join(dataFolder, "files"));
    await archive.close();
    renameSync(draft, file);
    return { file, rows, files, bytes: statSync(file).size };
  } catch (error) {
    archive.destroy();
    rmSync(draft, { force: true });
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

async function writeDatabase(client: pg.Client, archive: TarWriter): Promise<number> {
  // One snapshot for everything: what is written meanwhile is not in it.
  await client.query("begin transaction isolation level repeatable read read only");
  const migrations = await appliedMigrations(client);
  const tables: Manifest["tables"] = [];
  for (const table of await readTables(client)) {
    const { rows } = await client.query(`select count(*)::int as rows from ${client.escapeIdentifier(table.name)}`);
    tables.push({ ...table, rows: rows[0].rows });
  }
  const manifest: Manifest = {
    format: 1, createdAt: new Date().toISOString(), migrations, tables, sequences: await readSequences(client), secretKey: env().SECRET_KEY,
  };
  await archive.addText("manifest.json", JSON.stringify(manifest, null, 2));
  for (const table of tables) await writeTable(client, archive, table.name);
  await client.query("commit");
  return tables.reduce((total, table) => total + table.rows, 0);
}

async function writeTable(client: pg.Client, archive: TarWriter, name: string): Promise<void> {
  await client.query(`declare part no scroll cursor for select to_jsonb(t)::text as row from ${client.escapeIdentifier(name)} t`);
  for (let part = 1; ; part++) {
    const { rows } = await client.query<{ row: string }>(`fetch ${rowsPerPart} from part`);
    if (rows.length === 0) break;
    await archive.addText(`tables/${name}/${String(part).padStart(6, "0")}.ndjson`, `${rows.map((each) => each.row).join("\n")}\n`);
  }
  await client.query("close part");
}

async function writeFiles(archive: TarWriter, folder: string): Promise<number> {
  if (!existsSync(folder)) return 0;
  let count = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const place = path.join(entry.parentPath, entry.name);
    await archive.add(`files/${path.relative(folder, place).split(path.sep).join("/")}`, statSync(place).size, createReadStream(place));
    count++;
  }
  return count;
}

/**
 * An owner that is no superuser sees no row of a table with forced row-level security: it is given policies of its own, which
 * add nothing to what an owner may do anyway.
 */
async function allowReading(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and row_security_active(c.oid)
       and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'owner_backup')`);
  for (const { name } of rows) await client.query(`create policy owner_backup on ${client.escapeIdentifier(name)} for select to current_user using (true)`);
}
