import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { InboundEvent } from "#lib/channels/adapter.ts";
import { deliverMessages } from "#lib/channels/deliver.ts";
import { inAccount, transaction } from "#lib/db/tenant.ts";
import { asOwner } from "#tests/factories/as-owner.ts";
import { createTestAccount, type TestAccount } from "#tests/factories/create-test-account.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";
import { receiveText } from "#tests/factories/receive-text.ts";
import { type RouterClient, routerClient } from "#tests/factories/router-client.ts";
import { type GraphServer, startGraphServer } from "#tests/fakes/graph-server.ts";
import { applyChange, type MessageChange } from "./apply-change.ts";
import { keepEarlyEvent } from "./apply-early-events.ts";

/** One answer of an agent, with three files: three WhatsApp messages, the text under the first. */
let account: TestAccount;
let graph: GraphServer;
let call: RouterClient;
let inboxId: string;
let conversationId: string;
let messageId: string;
const from = "5511987654321";

beforeAll(async () => {
  graph = await startGraphServer();
  call = await routerClient();
  account = await createTestAccount();
  inboxId = (await makeInbox(account.accountId, "whatsapp", { config: { phoneNumberId: "106", graphUrl: graph.url } })).id;
  const number = { phoneNumberId: "106", accessToken: "a-token", appSecret: "an-app-secret", verifyToken: "x", webhookUrl: `${graph.url}/fake/receivers/door`, ticks: { sentMs: 60_000, deliveredMs: 60_000, readMs: 60_000 } };
  await fetch(`${graph.url}/fake/numbers`, { method: "POST", body: JSON.stringify(number) });
});
afterAll(() => graph.close());
beforeEach(async () => {
  graph.world.entries.clear();
  ({ conversationId } = (await receiveText(account.accountId, inboxId, { from }))!);
  messageId = await write();
});

async function write(): Promise<string> {
  const attachmentIds = [];
  for (const name of ["a.txt", "b.txt", "c.txt"]) {
    const body = new FormData();
    body.append("file", new Blob([name]), name);
    attachmentIds.push((await call("POST", `${account.base}/uploads`, { token: account.administrator.token, body })).json().id);
  }
  return (await account.administrator.api("POST", `${account.base}/conversations/${conversationId}/messages`, { content: "all three", attachmentIds })).body.id;
}
const deliver = () => deliverMessages({ accountId: account.accountId, conversationId });
const atCustomer = () => [...graph.world.entries.values()].filter((entry) => entry.from === "business").sort((a, b) => a.at - b.at).map((entry) => entry.id);
const system = () => ({ kind: "system", accountId: account.accountId }) as const;
const inTransaction = <T>(work: (tx: Parameters<typeof applyChange>[0]) => Promise<T>) => inAccount(account.accountId, async () => transaction(work));
const apply = (change: MessageChange) => inTransaction((tx) => applyChange(tx, system(), inboxId, change));
const status = (externalId: string, word: "sent" | "delivered" | "read" | "failed", ours?: string): Extract<InboundEvent, { kind: "status" }> =>
  ({ kind: "status", externalId, status: word, sentAt: new Date(), ...(ours && { messageId: ours }), ...(word === "failed" && { error: { code: "131026", message: "Undeliverable." } }) });
const stored = async () => (await asOwner("select status, error, external_id, reactions from messages where id = $1", [messageId]))[0];
const shown = async (id: string) => (await account.administrator.api("GET", `${account.base}/conversations/${conversationId}/messages`)).body.items.find((item: { id: string }) => item.id === id);

describe("a message that goes out as several", () => {
  test("is quoted, reacted to and edited by any of their ids, at once and once", async () => {
    await deliver();
    const parts = atCustomer();
    expect([parts.length, (await stored()).external_id]).toEqual([3, parts[0]]);
    for (const externalId of parts) {
      const reply = (await receiveText(account.accountId, inboxId, { from, replyToExternalId: externalId, content: "about this one" }))!;
      expect((await shown(reply.messageId)).replyTo).toMatchObject({ id: messageId, content: "all three" });
    }
    await apply({ kind: "reaction", targetExternalId: parts[2]!, emoji: "👍", from: { externalIds: [from] }, sentAt: new Date() });
    expect((await stored()).reactions).toMatchObject([{ emoji: "👍", by: "contact" }]);
    expect(await receiveText(account.accountId, inboxId, { from, externalId: parts[1]!, echo: true, content: "told again by the phone" })).toBeNull();
  });

  test.each<[string, [part: number, word: "sent" | "delivered" | "read" | "failed"][], string]>([
    ["one part delivered is not the message delivered", [[0, "delivered"], [1, "read"]], "sent"],
    ["delivered when the last of them is", [[2, "delivered"], [0, "delivered"], [1, "read"]], "delivered"],
    ["read when all are", [[0, "read"], [1, "read"], [2, "read"]], "read"],
    ["failed as soon as one did, also after another was delivered", [[0, "read"], [1, "failed"]], "failed"],
    ["and stays so, whatever the others say", [[1, "failed"], [0, "read"], [2, "read"]], "failed"],
    ["until that one is proven delivered", [[1, "failed"], [0, "read"], [2, "read"], [1, "delivered"]], "delivered"],
    ["a failure after the delivery of a part is about something else", [[0, "delivered"], [0, "failed"]], "sent"],
    ["never backward", [[0, "read"], [1, "read"], [2, "read"], [1, "delivered"], [2, "sent"]], "read"],
  ])("%s", async (_, told, end) => {
    await deliver();
    const parts = atCustomer();
    for (const [part, word] of told) expect(await apply(status(parts[part]!, word, part === 2 ? messageId : undefined))).toBe(true);
    expect((await stored()).status).toBe(end);
    expect((await stored()).error).toEqual(end === "failed" ? { code: "131026", message: "Undeliverable." } : null);
    expect((await shown(messageId)).status).toBe(end);
  });

  test("news of a part that came before the answer to our sending is not lost", async () => {
    const sending = deliver();
    await expect.poll(() => atCustomer().length, { interval: 5 }).toBe(3);
    const parts = atCustomer();
    // Before or after our own commit, as the clock has it: the outcome is one.
    await inTransaction(async (tx) => {
      for (const event of [status(parts[0]!, "delivered"), status(parts[1]!, "delivered"), status(parts[2]!, "delivered", messageId)])
        if (!(await applyChange(tx, system(), inboxId, event))) await keepEarlyEvent(tx, system(), inboxId, event.externalId, event);
    });
    await sending;
    expect(await stored()).toMatchObject({ status: "delivered", external_id: parts[0] });
    expect(await asOwner("select 1 from early_events")).toEqual([]);
  });

  test("news that is being written while our sending is, neither seeing the other, is not lost", async () => {
    let parts: string[] = [];
    await inTransaction(async (tx) => {
      // What the provider tells is taken in before our commit, and committed after it.
      const sending = deliver();
      await expect.poll(() => atCustomer().length, { interval: 5 }).toBe(3);
      parts = atCustomer();
      const news = status(parts[0]!, "delivered");
      expect(await applyChange(tx, system(), inboxId, { ...news, externalId: "not known yet" })).toBe(false);
      await keepEarlyEvent(tx, system(), inboxId, parts[0]!, news);
      await sending;
    });
    for (const externalId of parts.slice(1)) await apply(status(externalId, "delivered"));
    await expect.poll(async () => (await stored()).status).toBe("delivered");
    expect(await asOwner("select 1 from early_events")).toEqual([]);
  });

  test.each([
    ["a worker died at the second attempt", "unknown"],
    ["only the answer of the second attempt's last part was lost", "failed"],
  ])("proof by our own id counts after a first attempt broke off: %s", async (_, left) => {
    const sending = deliver();
    await expect.poll(() => atCustomer().length, { interval: 5 }).toBe(1);
    graph.world.failures.push({ on: "messages", times: 1, code: 131026, message: "Undeliverable." });
    await sending;
    await asOwner("update messages set status = $2, external_id = null where id = $1", [messageId, left]);
    expect(await apply(status(`wamid.second attempt, ${left}`, "delivered", messageId))).toBe(true);
    expect((await stored()).status).toBe("delivered");
  });

  test("sent again after a part failed, the parts of the first time say nothing about the second", async () => {
    await deliver();
    const first = atCustomer();
    await apply(status(first[1]!, "failed"));
    await account.administrator.api("POST", `${account.base}/messages/${messageId}/retry`);
    await deliver();
    for (const externalId of atCustomer().filter((id) => !first.includes(id))) await apply(status(externalId, "read"));
    expect((await stored()).status).toBe("read");
    expect(await apply(status(first[0]!, "failed"))).toBe(true);
    expect((await stored()).status).toBe("read");
  });

  test("when a part is refused the message has failed, and those that arrived still lead to it; a second try starts afresh", async () => {
    const sending = deliver();
    await expect.poll(() => atCustomer().length, { interval: 5 }).toBe(1);
    graph.world.failures.push({ on: "messages", times: 1, code: 131026, message: "Undeliverable." });
    await sending;
    const arrived = atCustomer();
    expect((await stored())).toMatchObject({ status: "failed", error: { code: "incomplete" } });
    expect(await apply(status(arrived[0]!, "read"))).toBe(true);
    expect((await stored()).status).toBe("failed");

    await account.administrator.api("POST", `${account.base}/messages/${messageId}/retry`);
    await deliver();
    const parts = atCustomer().filter((id) => !arrived.includes(id));
    for (const externalId of parts) await apply(status(externalId, "delivered"));
    expect((await stored())).toMatchObject({ status: "delivered", external_id: parts[0] });
    const reply = (await receiveText(account.accountId, inboxId, { from, replyToExternalId: arrived[0]! }))!;
    expect((await shown(reply.messageId)).replyTo.id).toBe(messageId);
  });
});
