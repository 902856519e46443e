import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { Prisma, PrismaClient } from "#prisma/generated/client.ts";
import { env } from "../env.ts";
import { onProcess } from "./on-process.ts";
import { connectionString } from "./roles.ts";
import { statementName } from "./statement-name.ts";

/**
 * The tenant's database. Every connection says which account it works for before it runs anything, and row-level
 * security shows it that account's rows only; outside `inAccount` there are none. The setting is made at checkout and
 * only when it changes, so it costs nothing (measured: design notes in the README).
 */
const current = new AsyncLocalStorage<{ accountId: number; afterCommit?: (() => void)[] }>();

type TenantClient = pg.PoolClient & { tenant?: number };

class TenantPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: any) => void) => void): void;
  override connect(callback?: (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: any) => void) => void): any {
    const checkout = this.#connectForTenant();
    if (!callback) return checkout;
    checkout.then((client) => callback(undefined, client, client.release.bind(client)), (error) => callback(error, undefined, () => {}));
  }

  async #connectForTenant(): Promise<pg.PoolClient> {
    const wanted = current.getStore()?.accountId;
    const client: TenantClient = await super.connect();
    if (client.tenant === wanted) return client;
    try {
      await client.query({ name: "tenant", text: "select set_config('app.account_id', $1, false)", values: [wanted === undefined ? "" : String(wanted)] });
      client.tenant = wanted;
      return client;
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
  }
}

export const tenantPool = onProcess("tenantPool", () => {
  const pool = new TenantPool({ connectionString: connectionString("app"), max: env().DATABASE_POOL, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 5_000, application_name: "balcao" });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => {});
  // The same for one that breaks while it is used: what was asked of it fails, and that is handled there.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
});

export const db = onProcess("prisma", () => new PrismaClient({ adapter: new PrismaPg(tenantPool, { statementNameGenerator: ({ sql }) => statementName(sql)! }) }));

export type Transaction = Prisma.TransactionClient;

/** Enters the tenant. Once per request, job or socket event; everything awaited inside belongs to that account. */
export async function inAccount<T>(accountId: number, work: () => Promise<T>): Promise<T> {
  // Prisma's promises start when awaited: awaiting inside is what keeps them in the context.
  return current.run({ accountId }, async () => await work());
}

/** One statement past Prisma, whose client costs more than the statement: for hot roads. Inside `inAccount`, not part of a transaction. */
export async function tenantQuery<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
  const result = await tenantPool.query<Row>({ name: statementName(text), text, values });
  return result.rows;
}

/** A reading statement of a hot road: inside a transaction a part of it, else past Prisma. */
export async function select<Row extends pg.QueryResultRow>(within: Transaction, statement: Prisma.Sql): Promise<Row[]> {
  return within === db ? tenantQuery<Row>(statement.text, statement.values) : within.$queryRaw<Row[]>(statement);
}

export function currentAccountId(): number {
  const store = current.getStore();
  if (!store) throw new Error("This code runs outside an account: wrap it in inAccount().");
  return store.accountId;
}

/**
 * Runs `work` in one transaction, again when Postgres asks for it (deadlock, serialisation). Inside another verb's
 * transaction, pass its `tx` on and there is only that one.
 */
export async function transaction<T>(work: (tx: Transaction) => Promise<T>, within?: Transaction): Promise<T> {
  if (within) return work(within);
  const accountId = currentAccountId();
  for (let attempt = 1; ; attempt++) {
    const afterCommit: (() => void)[] = [];
    try {
      const result = await current.run({ accountId, afterCommit }, async () => await db.$transaction(work, { maxWait: 10_000, timeout: 20_000 }));
      for (const hook of afterCommit) hook();
      return result;
    } catch (error) {
      if (attempt >= 4 || !isConflict(error)) throw error;
    }
  }
}

/** Runs once the transaction now under way has committed; at once when there is none. */
export function afterCommit(hook: () => void): void {
  const hooks = current.getStore()?.afterCommit;
  if (hooks) hooks.push(hook);
  else hook();
}

function isConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (error.code === "P2034") return true;
  const cause = JSON.stringify(error.meta ?? {});
  return cause.includes("40001") || cause.includes("40P01");
}
