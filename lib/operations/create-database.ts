import pg from "pg";
import { OperatorError } from "./operator-error.ts";
import { waitUntil } from "./wait-until.ts";

/** Makes the database of a private PostgreSQL that may just be starting. Repeating it changes nothing. */
export async function createDatabase(databaseUrl: string): Promise<void> {
  const database = new URL(databaseUrl).pathname.slice(1);
  const maintenanceUrl = Object.assign(new URL(databaseUrl), { pathname: "/postgres" }).toString();
  const made = await waitUntil(async () => {
    const client = new pg.Client({ connectionString: maintenanceUrl, connectionTimeoutMillis: 5_000 });
    client.on("error", () => {});
    try {
      await client.connect();
      const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [database]);
      if (!rowCount) await client.query(`create database ${client.escapeIdentifier(database)}`);
      return true;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === "28P01") throw new OperatorError("The secret of this folder does not fit its database: SECRET_KEY differs from the one it was made with.");
      // 57P03: it is starting up, perhaps repairing itself after a crash.
      if (code && code !== "57P03" && code !== "ECONNREFUSED" && code !== "ECONNRESET") throw error;
      return false;
    } finally {
      await client.end().catch(() => {});
    }
  }, 120_000, 100);
  if (!made) throw new OperatorError("PostgreSQL does not become ready; the logs folder says why.");
}
