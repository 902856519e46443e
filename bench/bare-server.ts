import { createHash } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";

/**
 * The limit of a door: Node's own HTTP server that reads the body, inserts it and answers, with nothing else. Started by
 * ingest.ts, which made `bare_inbound` as a copy of inbound_events with its indexes.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const insert = { name: "insert", text: "insert into bare_inbound (account_id, inbox_id, body_hash, raw_body) values (1, '00000000-0000-7000-8000-000000000000', $1, $2) on conflict do nothing" };

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", async () => {
    const body = Buffer.concat(chunks);
    await pool.query({ ...insert, values: [createHash("sha256").update(body).digest(), body] });
    response.writeHead(200, { "content-type": "text/plain", "content-length": 0 }).end();
  });
}).listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"));
