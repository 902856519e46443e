/**
 * Run by bin/start in a process of its own (the supervisor keeps no drivers in memory): makes the private database, brings
 * it up to this version and to the newest key, and makes the account of BALCAO_ADMIN_*. Prints one line for each thing it did.
 */
import { createDatabase } from "./create-database.ts";
import { servicePasswords } from "./data-folder.ts";
import { firstAccount } from "./first-account.ts";
import { sentenceOf } from "./sentence-of.ts";

try {
  const { DATABASE_URL: url, BALCAO_CREATE_DATABASE: create } = process.env;
  if (create) await createDatabase(url!, servicePasswords(process.env.SECRET_KEY!, "postgres").slice(1));
  const { migrateAndReseal } = await import("./migrate-and-reseal.ts");
  const { applied, total, keys } = await migrateAndReseal();
  if (applied.length) process.stdout.write(`schema: ${applied.length} of ${total} migrations applied\n`);
  for (const sentence of keys) process.stdout.write(`${sentence}\n`);
  const made = await firstAccount();
  if (made) process.stdout.write(`${made}\n`);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exit(1);
}
