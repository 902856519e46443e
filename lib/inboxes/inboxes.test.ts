import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db, inAccount } from "#lib/db/tenant.ts";
import { findConnectedInbox } from "#lib/inboxes/connected-inbox.ts";
import { createTestAccount, type TestAccount } from "#tests/factories/create-test-account.ts";
import { makeContact } from "#tests/factories/make-contact.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";
import { openConversation } from "#lib/conversations/open-conversation.ts";

let account: TestAccount;
let webhook: http.Server;
let answerWith = 200;
beforeAll(async () => {
  account = await createTestAccount({ agents: 2 });
  webhook = http.createServer((_request, response) => response.writeHead(answerWith).end()).listen(0, "127.0.0.1");
});
afterAll(() => webhook.close());

const whatsapp = { type: "whatsapp", phoneNumberId: "106540352242922", accessToken: "EAAG-secret", appSecret: "shh" };

describe("inboxes", () => {
  test("the answer holds the addresses to give away, and no secret that the other side made", async () => {
    const { status, body } = await account.administrator.api("POST", `${account.base}/inboxes`, { name: "Loja", channel: whatsapp });
    expect(status).toBe(201);
    expect(body.webhookUrl).toBe(`http://localhost:3000/api/channels/whatsapp/${body.token}`);
    expect(body.token.length).toBeGreaterThanOrEqual(24);
    expect(body.channel.verifyToken).toBeTruthy();
    expect(JSON.stringify(body)).not.toMatch(/EAAG|shh/);
    expect((await findConnectedInbox(account.accountId, body.id))!.config).toMatchObject({ accessToken: "EAAG-secret", appSecret: "shh" });
    const seenByAgent = (await account.agents[0]!.api("GET", `${account.base}/inboxes/${body.id}`)).body;
    expect(seenByAgent).toMatchObject({ channel: { type: "whatsapp" }, webhookUrl: null });
    expect(seenByAgent.channel).toEqual({ type: "whatsapp" });
  });

  test("secrets that we made are shown to administrators", async () => {
    const { api } = account.administrator;
    const made = (await api("POST", `${account.base}/inboxes`, { name: "ERP", channel: { type: "api" } })).body;
    expect(made.channel.secret).toMatch(/^whsec_/);
    expect(made.webhookUrl).toBeNull();
    expect((await api("GET", `${account.base}/inboxes/${made.id}`)).body.channel.secret).toBe(made.channel.secret);
  });

  test("wrong fields are named as they lie in the body", async () => {
    const post = async (channel: unknown) => (await account.administrator.api("POST", `${account.base}/inboxes`, { name: "x", channel })).body.error;
    expect((await post({ type: "whatsapp" })).details.map((each: { path: string }) => each.path)).toEqual(["channel.phoneNumberId", "channel.accessToken", "channel.appSecret"]);
    expect((await post({ type: "pigeon" })).details[0].path).toBe("channel.type");
    expect((await post(undefined)).code).toBe("invalid_input");
  });

  test("a change keeps the secrets it does not name and the token", async () => {
    const { api } = account.administrator;
    const made = (await api("POST", `${account.base}/inboxes`, { name: "Loja", channel: whatsapp })).body;
    const changed = (await api("PATCH", `${account.base}/inboxes/${made.id}`, { name: "Loja 2", channel: { accessToken: "new" } })).body;
    expect(changed).toMatchObject({ name: "Loja 2", token: made.token, channel: { phoneNumberId: "106540352242922", verifyToken: made.channel.verifyToken } });
    expect((await findConnectedInbox(account.accountId, made.id))!.config).toMatchObject({ accessToken: "new", appSecret: "shh" });
    expect((await api("PATCH", `${account.base}/inboxes/${made.id}`, { channel: { phoneNumberId: "not an id" } })).body.error.details[0].path).toBe("channel.phoneNumberId");
    expect((await account.agents[0]!.api("PATCH", `${account.base}/inboxes/${made.id}`, { name: "x" })).status).toBe(403);
  });

  test("a restricted inbox exists for its members and administrators only", async () => {
    const [member, outsider] = account.agents;
    const inbox = await makeInbox(account.accountId, "widget", { restricted: true, memberIds: [member!.userId] });
    expect((await member!.api("GET", `${account.base}/inboxes/${inbox.id}`)).status).toBe(200);
    expect((await outsider!.api("GET", `${account.base}/inboxes/${inbox.id}`)).status).toBe(404);
    expect((await outsider!.api("GET", `${account.base}/inboxes`)).body.items.map((each: { id: string }) => each.id)).not.toContain(inbox.id);
    expect((await account.administrator.api("PATCH", `${account.base}/inboxes/${inbox.id}`, { restricted: false })).body.memberIds).toEqual([member!.userId]);
    expect((await outsider!.api("GET", `${account.base}/inboxes/${inbox.id}`)).status).toBe(200);
  });

  test("is deleted only while nobody has written through it", async () => {
    const { accountId } = account;
    const inbox = await makeInbox(accountId, "api");
    const contact = await makeContact(accountId, { inboxId: inbox.id, sourceId: "1" });
    await inAccount(accountId, async () => {
      const identity = await db.contactInbox.findFirstOrThrow({ where: { accountId, contactId: contact.id } });
      await db.$transaction((tx) => openConversation(tx, { kind: "system", accountId }, { inboxId: inbox.id, contactId: contact.id, contactInboxId: identity.id }));
    });
    expect((await account.administrator.api("DELETE", `${account.base}/inboxes/${inbox.id}`)).body.error.details).toEqual([{ path: "inbox", message: "inbox_in_use" }]);
    const unused = await makeInbox(accountId, "api");
    expect((await account.administrator.api("DELETE", `${account.base}/inboxes/${unused.id}`)).status).toBe(204);
    expect((await account.administrator.api("GET", `${account.base}/inboxes/${unused.id}`)).status).toBe(404);
  });

  test("the check says in the provider's words whether it works", async () => {
    const url = `http://127.0.0.1:${(webhook.address() as AddressInfo).port}/hook`;
    const inbox = await makeInbox(account.accountId, "api", { config: { webhookUrl: url } });
    const check = async () => (await account.administrator.api("POST", `${account.base}/inboxes/${inbox.id}/check`)).body;
    expect(await check()).toMatchObject({ ok: true, problem: null, lastDeliveryAt: null });
    expect((await account.administrator.api("GET", `${account.base}/inboxes/${inbox.id}`)).body.health.state).toBe("ok");
    answerWith = 404;
    expect(await check()).toMatchObject({ ok: false, problem: { kind: "rejected" } });
  });

  test("deliveries are listed, shown raw and run again", async () => {
    const { accountId } = account;
    const inbox = await makeInbox(accountId, "whatsapp");
    await inAccount(accountId, async () => {
      for (const n of [1, 2, 3]) await db.inboundEvent.create({ data: { accountId, inboxId: inbox.id, bodyHash: Buffer.from([n]), rawBody: Buffer.from(`{"n":${n}}`), processedAt: new Date(), error: n === 2 ? "unreadable" : null, outcome: { messages: n } } });
    });
    const path = `${account.base}/inboxes/${inbox.id}/deliveries`;
    const { api } = account.administrator;
    const first = (await api("GET", `${path}?limit=2`)).body;
    expect(first.items.map((each: { outcome: unknown }) => each.outcome)).toEqual([{ messages: 3 }, { messages: 2 }]);
    expect((await api("GET", `${path}?limit=2&after=${first.next}`)).body).toMatchObject({ items: [{ outcome: { messages: 1 } }], next: null });
    const broken = first.items[1];
    expect((await api("GET", `${path}/${broken.id}`)).body).toMatchObject({ body: '{"n":2}', error: "unreadable" });
    expect((await api("POST", `${path}/${broken.id}/rerun`)).status).toBe(202);
    expect((await api("GET", `${path}/${broken.id}`)).body).toMatchObject({ processedAt: null, error: null });
    expect((await api("GET", `${path}/999999`)).status).toBe(404);
    expect((await account.agents[0]!.api("GET", path)).status).toBe(403);
  });
});
