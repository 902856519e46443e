import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { randomToken } from "#lib/auth/secrets.ts";
import { asOwner } from "#tests/factories/as-owner.ts";
import { apiClient } from "#tests/factories/api-client.ts";
import { createTestAccount, type TestAccount } from "#tests/factories/create-test-account.ts";
import { makeContact } from "#tests/factories/make-contact.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";
import { receiveText } from "#tests/factories/receive-text.ts";

let account: TestAccount;
let whatsapp: { id: string };
let widget: { id: string; token: string };
let phone: string;
let waId: string;
beforeAll(async () => {
  account = await createTestAccount();
  whatsapp = await makeInbox(account.accountId, "whatsapp", { config: { phoneNumberId: "1" } });
  widget = await makeInbox(account.accountId, "widget");
});
beforeEach(() => {
  waId = `55119${String(Math.floor(80_000_000 + Math.random() * 19_999_999))}`;
  phone = `+${waId}`;
});

const contactOf = async (received: { conversationId: string } | null) => (await asOwner("select contact_id from conversations where id = $1", [received!.conversationId]))[0].contact_id as string;
const writes = (from: string, said: { phone?: string } = { phone: `+${from}` }, inbox = whatsapp) => receiveText(account.accountId, inbox.id, { from, ...said }).then(contactOf);

test("a number that the provider vouches for finds the contact an agent made, ninth digit or not", async () => {
  const made = await makeContact(account.accountId, { name: "Carla", phone });
  expect(await writes(waId)).toBe(made.id);
  expect(await writes(waId.replace(/^55119/, "5511"))).toBe(made.id);
});

test("and the person known from another number of the company", async () => {
  const other = await makeInbox(account.accountId, "whatsapp", { config: { phoneNumberId: "2" } });
  const known = await writes(waId);
  expect(await writes(waId, { phone }, other)).toBe(known);
});

test("a number that somebody typed into the website chat does not make them its owner", async () => {
  const visitor = apiClient(randomToken());
  const typed = await visitor("POST", `/api/widget/${widget.token}/messages`, { content: "Oi", clientId: randomUUID(), identity: { name: "Mallory", phone } });
  expect(typed.status).toBeLessThan(300);
  const [{ id: mallory }] = await asOwner("select id from contacts where phone = $1", [phone]);
  const owner = await writes(waId);
  expect(owner).not.toBe(mallory);
  expect(await contactOf({ conversationId: typed.body.conversationId })).toBe(mallory);
});

test("nor does typing the number of a known customer lead to that customer", async () => {
  const owner = await writes(waId);
  const visitor = apiClient(randomToken());
  const typed = await visitor("POST", `/api/widget/${widget.token}/messages`, { content: "Oi", clientId: randomUUID(), identity: { name: "Mallory", phone } });
  expect(await contactOf({ conversationId: typed.body.conversationId })).not.toBe(owner);
  await visitor("PUT", `/api/widget/${widget.token}/contact`, { phone });
  expect((await visitor("GET", `/api/widget/${widget.token}/messages`)).body.items).toHaveLength(1);
});
