import pg from "pg";
import { onProcess } from "./on-process.ts";
import { connectionString } from "./roles.ts";
import { statementName } from "./statement-name.ts";

/**
 * The system role's connections: for what is read before an account is known (sessions, tokens, an inbox by its public
 * token) and for what is owed across accounts (outbox, sweeps). lib/db/roles.ts lists its rights.
 */
export const systemPool = onProcess("systemPool", () => {
  const pool = new pg.Pool({ connectionString: connectionString("system"), max: 4, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 5_000, application_name: "balcao system" });
  pool.on("error", () => {});
  // The same for one that breaks while it is used: what was asked of it fails, and that is handled there.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
});

export async function systemQuery<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const result = await systemPool.query<Row>({ name: statementName(text), text, values });
  return result.rows;
}

export async function systemTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await systemPool.connect();
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    client.release();
    return result;
  } catch (error) {
    await client.query("rollback").then(() => client.release(), (broken) => client.release(broken));
    throw error;
  }
}
