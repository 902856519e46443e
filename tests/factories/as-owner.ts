import pg from "pg";

/** Statements as the owner of this test file's database, past every policy when that is a superuser: to look, never to act for the code. */
export async function asOwner<Row extends pg.QueryResultRow = any>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
