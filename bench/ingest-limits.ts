import { randomUUID } from "node:crypto";
import { once } from "node:events";
import pg from "pg";
import { newId } from "#lib/ids.ts";
import { freePort } from "#lib/operations/free-port.ts";
import type { Driven } from "./drive.ts";
import type { Stack } from "./start-stack.ts";

/** Copies of the tables with their indexes, without row security, triggers and foreign keys: what the machine itself can do. */
export async function makeBareTables(owner: pg.Pool): Promise<void> {
  for (const table of ["messages", "conversations", "inbound_events"]) await owner.query(`create table ${table === "inbound_events" ? "bare_inbound" : `bare_${table}`} (like ${table} including all)`);
  await owner.query(`insert into bare_conversations (account_id, id, display_id, protocol, inbox_id, contact_id, contact_inbox_id)
    select 1, uuidv7(), n, 'p' || n, uuidv7(), uuidv7(), uuidv7() from generate_series(1, 2000) n`);
}

/** A message and its conversation in one transaction, over 8 connections, for some seconds: transactions per second. */
export async function bareTransactions(databaseUrl: string, seconds: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 8 });
  pool.on("error", () => {});
  const { rows } = await pool.query<{ id: string; inbox_id: string }>("select id, inbox_id from bare_conversations");
  const insert = { name: "insert", text: `insert into bare_messages (account_id, id, conversation_id, inbox_id, seq, type, content, sender_kind, sender_id, sender_name, external_id, sent_at)
    values (1, $1, $2, $3, $4, 'incoming', $5, 'contact', $2, 'Cliente', $6, now())` };
  const update = { name: "update", text: `update bare_conversations set next_seq = next_seq + 1, unread_count = unread_count + 1, last_message = $2, last_activity_at = now() where account_id = 1 and id = $1` };
  const content = "Bom dia! Meu pedido ainda não chegou e o prazo era ontem, vocês conseguem ver o que houve com a entrega? Obrigada.";
  // Continues where an earlier round ended: a place in a conversation is given once.
  const { rows: [last] } = await pool.query<{ seq: number }>("select coalesce(max(seq), 0) as seq from bare_messages");
  let done = 0;
  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(Array.from({ length: 8 }, async (_, lane) => {
    const client = await pool.connect();
    for (let n = lane; performance.now() < until; n += 8) {
      const conversation = rows[n % rows.length]!;
      await client.query("begin");
      await client.query({ ...insert, values: [newId(), conversation.id, conversation.inbox_id, last!.seq + 1 + n, content, randomUUID()] });
      await client.query({ ...update, values: [conversation.id, JSON.stringify({ preview: content, type: "incoming", private: false, at: new Date(), senderName: "Cliente" })] });
      await client.query("commit");
      done++;
    }
    client.release();
  }));
  const rate = done / ((performance.now() - started) / 1000);
  await pool.end();
  return rate;
}

/** HTTP and one insert of the same body, in a process of its own, driven by `drive`. */
export async function bareHttpAndInsert(stack: Stack, drive: (baseUrl: string) => Promise<Driven>): Promise<Driven> {
  const port = await freePort();
  const server = stack.run("bench/bare-server.ts", { PORT: String(port), DATABASE_URL: stack.databaseUrl });
  await once(server, "message");
  try {
    return await drive(`http://127.0.0.1:${port}`);
  } finally {
    await stack.end(server);
  }
}
