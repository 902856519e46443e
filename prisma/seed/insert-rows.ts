import { Prisma } from "#prisma/generated/client.ts";
import type { Transaction } from "#lib/db/tenant.ts";

/** Many rows of one table in few statements; all have the keys of the first, named as the columns. */
export async function insertRows(tx: Transaction, table: string, rows: Record<string, unknown>[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!).map((column) => `"${column}"`).join(", ");
  for (let from = 0; from < rows.length; from += 1_000) {
    const part = JSON.stringify(rows.slice(from, from + 1_000));
    await tx.$executeRaw`insert into ${Prisma.raw(`"${table}" (${columns})`)} select ${Prisma.raw(columns)} from jsonb_populate_recordset(null::${Prisma.raw(`"${table}"`)}, ${part}::jsonb)`;
  }
}
