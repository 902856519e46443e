import { inAccount, tenantQuery } from "../db/tenant.ts";

type Delivery = { bodyHash: Buffer; rawBody: Buffer; accept: () => void; refuse: (error: unknown) => void };
type Lane = { waiting: Delivery[]; busy: boolean };

const most = 100;
const lanes = new Map<string, Lane>();

/**
 * Keeps what a provider delivered; resolves when it is committed. The same body twice is one row. While one statement of an
 * inbox is under way, what comes meanwhile gathers and goes in with the next: a rush costs the database little.
 */
export async function storeDelivery(inbox: { accountId: number; id: string }, delivery: { bodyHash: Buffer; rawBody: Buffer }): Promise<void> {
  const lane = lanes.get(inbox.id) ?? { waiting: [], busy: false };
  lanes.set(inbox.id, lane);
  const stored = new Promise<void>((accept, refuse) => lane.waiting.push({ ...delivery, accept, refuse }));
  if (!lane.busy) void work(inbox, lane);
  await stored;
}

async function work(inbox: { accountId: number; id: string }, lane: Lane): Promise<void> {
  lane.busy = true;
  while (lane.waiting.length) {
    const batch = lane.waiting.splice(0, most);
    // Refused together (one is broken, or another process stores the same ones), each gets its own answer.
    await settle(inbox, batch).catch(() => Promise.all(batch.map((delivery) => settle(inbox, [delivery]).catch(delivery.refuse))));
  }
  lanes.delete(inbox.id);
}

async function settle({ accountId, id }: { accountId: number; id: string }, batch: Delivery[]): Promise<void> {
  await inAccount(accountId, async () => tenantQuery(
    "insert into inbound_events (account_id, inbox_id, body_hash, raw_body) select $1, $2, hash, body from unnest($3::bytea[], $4::bytea[]) as d(hash, body) on conflict do nothing",
    [accountId, id, batch.map((delivery) => delivery.bodyHash), batch.map((delivery) => delivery.rawBody)]));
  for (const delivery of batch) delivery.accept();
}
