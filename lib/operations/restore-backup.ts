import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { env } from "#lib/env.ts";
import { migrate, readMigrations } from "#lib/db/migrate.ts";
import { appliedMigrations, type Manifest } from "./backup-format.ts";
import { loadRows } from "./load-rows.ts";
import { OperatorError } from "./operator-error.ts";
import { projectRoot } from "./project-root.ts";
import { resealSecrets } from "#lib/inboxes/reseal-secrets.ts";
import { forgetDerivedState } from "./forget-derived-state.ts";
import type { Runtime } from "./runtime-file.ts";
import { readTar, type TarEntry } from "./tar-archive.ts";

export type Restored = { createdAt: string; rows: number; files: number; notes: string[] };

/**
 * Replaces database and files by those of an archive. The database changes in one transaction: a failure leaves it as it was.
 * A running bin/start may go on; its processes are restarted at the end.
 */
export async function restoreBackup(source: string, dataFolder: string, options: { overwrite: boolean; runtime: Runtime | undefined }): Promise<Restored> {
  const file = path.resolve(source);
  if (!existsSync(file)) throw new OperatorError(`There is no file ${file}.`);
  const entries = readTar(file);
  const first = await entries.next().catch((error: NodeJS.ErrnoException) => {
    throw error.code?.startsWith("Z_") ? new OperatorError(`${file} is not a backup of Balcão.`) : error;
  });
  const manifest = await readManifest(first, file);
  assertKnown(manifest);
  await migrate(env().DATABASE_URL);

  const drafts = path.join(dataFolder, `files.restoring-${process.pid}`);
  const client = new pg.Client({ connectionString: env().DATABASE_URL, application_name: "balcao restore" });
  client.on("error", () => {});
  let files = 0;
  try {
    await client.connect();
    if (!options.overwrite) await assertEmpty(client);
    await assertSchema(client, manifest);
    mkdirSync(drafts, { recursive: true, mode: 0o700 });
    const rows = await loadRows(client, manifest, async (load) => {
      for await (const entry of entries) {
        const [kind, ...rest] = entry.name.split("/");
        if (kind === "tables") await load(rest[0]!, await text(entry));
        else if (kind === "files") files += await writeFile(drafts, rest, entry);
      }
    });
    replaceFolder(path.join(dataFolder, "files"), drafts);
    const notes = [...(await adoptKeys(manifest.secretKey, dataFolder)), ...(await forgetDerivedState(options.runtime))];
    return { createdAt: manifest.createdAt, rows, files, notes };
  } finally {
    rmSync(drafts, { recursive: true, force: true });
    await client.end().catch(() => {});
  }
}

async function readManifest(first: IteratorResult<TarEntry>, file: string): Promise<Manifest> {
  if (first.done || first.value.name !== "manifest.json") throw new OperatorError(`${file} is not a backup of Balcão.`);
  const manifest = JSON.parse(await text(first.value)) as Manifest;
  if (manifest.format !== 1) throw new OperatorError(`${file} was written by a newer version of Balcão (format ${manifest.format}).`);
  return manifest;
}

function assertKnown(manifest: Manifest): void {
  const known = new Set(readMigrations(path.join(projectRoot, "prisma/migrations")).map((migration) => migration.name));
  const unknown = manifest.migrations.find((name) => !known.has(name));
  if (unknown) throw new OperatorError(`This backup is newer than this version of Balcão (it holds the migration ${unknown}). Restore it with that version.`);
}

// Rows of an older schema are loaded into the present one: columns that are new since take their defaults.
async function assertSchema(client: pg.Client, manifest: Manifest): Promise<void> {
  const present = new Set(await appliedMigrations(client));
  const missing = manifest.migrations.find((name) => !present.has(name));
  if (missing) throw new OperatorError(`The database lacks the migration ${missing} that the backup was made with. Run bin/balcao migrate.`);
}

async function assertEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select last_value as last from pg_sequences where sequencename = 'accounts_id_seq'");
  if (rows[0]?.last != null) throw new OperatorError("There is data in this Balcão. With --yes the backup replaces all of it.");
}

async function text(entry: TarEntry): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of entry.body()) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

async function writeFile(folder: string, parts: string[], entry: TarEntry): Promise<1> {
  const place = path.join(folder, ...parts);
  if (!place.startsWith(folder + path.sep)) throw new OperatorError(`The archive holds a file outside of its folder (${entry.name}); it is not a backup of Balcão.`);
  mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
  await pipeline(entry.body(), createWriteStream(place, { mode: 0o600 }));
  return 1;
}

function replaceFolder(target: string, replacement: string): void {
  const old = `${target}.replaced-${process.pid}`;
  if (existsSync(target)) renameSync(target, old);
  renameSync(replacement, target);
  rmSync(old, { recursive: true, force: true });
}

/**
 * Channel secrets in the rows open with the backup's key only: they are sealed anew under our own. In a folder of bin/start
 * the backup's key is kept behind it, for the sign-ins that came along.
 */
async function adoptKeys(backupKeys: string, dataFolder: string): Promise<string[]> {
  const own = [...env().secretKeys];
  const needed = backupKeys.split(",").map((key) => key.trim()).filter((key) => !own.includes(key));
  if (needed.length === 0) return [];
  env().secretKeys.push(...needed);
  await resealSecrets();
  const file = path.join(dataFolder, "secret.key");
  if (existsSync(file) && readFileSync(file, "utf8").trim() === env().SECRET_KEY) {
    writeFileSync(file, `${[...own, ...needed].join(",")}\n`, { mode: 0o600 });
    return [];
  }
  return ["The backup was made with another SECRET_KEY. Channels work with the present one; people sign in again, unless you add that key to SECRET_KEY after a comma."];
}
