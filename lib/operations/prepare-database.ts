/**
 * Run by bin/start in a process of its own (the supervisor keeps no drivers in memory): makes the private database, brings
 * it up to this version, and makes the account of BALCAO_ADMIN_*. Prints one line for each thing it did.
 */
import { createDatabase } from "./create-database.ts";
import { firstAccount } from "./first-account.ts";
import { sentenceOf } from "./sentence-of.ts";

try {
  const { DATABASE_URL: url, BALCAO_CREATE_DATABASE: create } = process.env;
  if (create) await createDatabase(url!);
  const { migrate } = await import("#lib/db/migrate.ts");
  const { applied, total } = await migrate(url!);
  if (applied.length) process.stdout.write(`schema: ${applied.length} of ${total} migrations applied\n`);
  const made = await firstAccount();
  if (made) process.stdout.write(`${made}\n`);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exit(1);
}
