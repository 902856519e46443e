import pg from "pg";
import { OperatorError } from "./operator-error.ts";
import { waitUntil } from "./wait-until.ts";

/**
 * Makes the database of a private PostgreSQL that may just be starting. Repeating it changes nothing.
 * @param olderPasswords what its owner may still have, before the key was rotated: then it gets the address's own
 */
export async function createDatabase(databaseUrl: string, olderPasswords: string[] = []): Promise<void> {
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
      if (code === "28P01" && (await renewPassword(maintenanceUrl, olderPasswords))) return false;
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

async function renewPassword(databaseUrl: string, olderPasswords: string[]): Promise<boolean> {
  const { password } = new URL(databaseUrl);
  for (const older of olderPasswords) {
    const client = new pg.Client({ connectionString: Object.assign(new URL(databaseUrl), { password: older }).toString(), connectionTimeoutMillis: 5_000 });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.query(`alter role current_user password ${client.escapeLiteral(decodeURIComponent(password))}`);
      return true;
    } catch (error) {
      if ((error as { code?: string }).code !== "28P01") throw error;
    } finally {
      await client.end().catch(() => {});
    }
  }
  return false;
}
