import { createHmac, randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { acceptAtDoor } from "#lib/channels/accept.ts";
import { receiveInbound } from "#lib/channels/receive.ts";
import type { InboxView } from "#lib/inboxes/schemas.ts";
import { asOwner } from "#tests/factories/as-owner.ts";
import { createTestAccount } from "#tests/factories/create-test-account.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";

/** Two numbers of one account and one of another company, all of the same Meta app. */
let accountId: number;
let otherAccountId: number;
let first: InboxView;
let second: InboxView;
let foreign: InboxView;

beforeAll(async () => {
  accountId = (await createTestAccount()).accountId;
  otherAccountId = (await createTestAccount()).accountId;
  first = await makeInbox(accountId, "whatsapp", { config: { phoneNumberId: "101" } });
  second = await makeInbox(accountId, "whatsapp", { config: { phoneNumberId: "202" } });
  foreign = await makeInbox(otherAccountId, "whatsapp", { config: { phoneNumberId: "303" } });
});

const entry = (phoneNumberId: string, text: string) => ({ id: "1", changes: [{ field: "messages", value: {
  messaging_product: "whatsapp", metadata: { phone_number_id: phoneNumberId }, contacts: [{ profile: { name: "Ana" }, wa_id: "5511987654321" }],
  messages: [{ from: "5511987654321", id: `wamid.${randomUUID()}`, timestamp: String(Math.floor(Date.now() / 1000)), type: "text", text: { body: text } }],
} }] });

async function deliver(body: object): Promise<number> {
  const rawBody = Buffer.from(JSON.stringify(body));
  const signature = createHmac("sha256", "an-app-secret").update(rawBody).digest("hex");
  const answer = await acceptAtDoor("whatsapp", first.token, { method: "POST", headers: { "x-hub-signature-256": `sha256=${signature}` }, query: new URLSearchParams(), rawBody });
  for (const [id, inbox] of [[accountId, first], [accountId, second], [otherAccountId, foreign]] as const) await receiveInbound({ accountId: id, inboxId: inbox.id });
  return answer.status;
}
const textsOf = async (inbox: InboxView) => (await asOwner("select content from messages where inbox_id = $1 and type = 'incoming' order by seq", [inbox.id])).map((row) => row.content);

test("several numbers behind one address: each inbox of the account gets its own messages once, another account nothing", async () => {
  const body = { object: "whatsapp_business_account", entry: [entry("101", "to the first"), entry("202", "to the second"), entry("303", "to another company"), entry("101", "to the first again")] };
  for (let times = 0; times < 2; times++) {
    expect(await deliver(body)).toBe(200);
    expect(await textsOf(first)).toEqual(["to the first", "to the first again"]);
    expect(await textsOf(second)).toEqual(["to the second"]);
    expect(await textsOf(foreign)).toEqual([]);
  }
  expect(await asOwner("select inbox_id from inbound_events order by id")).toEqual(expect.arrayContaining([{ inbox_id: first.id }, { inbox_id: second.id }]));
  expect((await asOwner("select count(*)::int as n from inbound_events"))[0].n).toBe(2);
});

test("a delivery for another number only is kept for the inbox it is about", async () => {
  expect(await deliver({ object: "whatsapp_business_account", entry: [entry("202", "by the first one's door")] })).toBe(200);
  expect(await textsOf(second)).toContain("by the first one's door");
  expect(await textsOf(first)).not.toContain("by the first one's door");
});
