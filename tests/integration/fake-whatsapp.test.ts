import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { InboundEvent } from "#lib/channels/adapter.ts";
import { createSafeFetch } from "#lib/channels/safe-fetch.ts";
import { whatsappAdapter } from "#lib/channels/whatsapp/adapter.ts";
import { whatsappConfig, type WhatsappConfig } from "#lib/channels/whatsapp/config.ts";
import { type GraphServer, startGraphServer } from "#tests/fakes/graph-server.ts";

/** The fake against a door that is only the adapter: verified, parsed, kept. */
let graph: GraphServer;
let config: WhatsappConfig;
let events: InboundEvent[] = [];
let refusals: number[] = [];
const context = { fetch: createSafeFetch({ allowPrivateAddresses: true }) };

const door = http.createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const asked = { method: request.method!, headers: request.headers as Record<string, string>, query: new URL(request.url!, "http://x").searchParams, rawBody: Buffer.concat(chunks) };
  const refusal = refusals.shift();
  if (request.method === "GET") {
    const answer = whatsappAdapter.handshake!(asked, config);
    return response.writeHead(answer.status).end(answer.body);
  }
  if (refusal || !whatsappAdapter.verify!(asked, config)) return response.writeHead(refusal ?? 401).end();
  events.push(...whatsappAdapter.parse!(asked.rawBody, config));
  response.writeHead(200).end();
});

const control = async (method: string, path: string, body?: unknown) => {
  const response = await fetch(`${graph.url}/fake/${path}`, { method, body: body === undefined ? undefined : body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body), headers: body instanceof Uint8Array ? { "content-type": "audio/ogg" } : {} });
  return (await response.json()) as Record<string, unknown>;
};
const register = (part: object = {}) => {
  const webhookUrl = `http://127.0.0.1:${(door.address() as AddressInfo).port}/`;
  return control("POST", "numbers", { ...config, webhookUrl, ticks: { sentMs: 5, deliveredMs: 5, readMs: 5 }, ...part });
};
const send = (content: string, to = "5511987654321") => whatsappAdapter.send({
  id: "0190e0c5-7d2b-7c3a-9d1f-3a2b1c0d9e8f", to: { externalIds: [to] }, content, attachments: [], sentAt: new Date(),
  conversation: { id: "c", displayId: 1, protocol: "1" }, contact: { id: "p", name: "Ana" },
}, config, context);
const statuses = (externalId: string) => events.filter((event) => event.kind === "status" && event.externalId === externalId).map((event) => (event as { status: string }).status);

beforeAll(async () => {
  graph = await startGraphServer();
  await once(door.listen(0, "127.0.0.1"), "listening");
  config = whatsappConfig.parse({ phoneNumberId: "106", businessAccountId: "102", accessToken: "EAAtoken", appSecret: "app secret", verifyToken: "meu-token", graphUrl: graph.url });
  await register();
});
afterAll(async () => {
  await graph.close();
  door.closeAllConnections();
  door.close();
});
afterEach(() => {
  events = [];
  refusals = [];
});

test("registering a number asks its address to repeat a challenge", async () => {
  expect((await register()).handshake).toEqual({ ok: true, status: 200 });
  expect((await register({ verifyToken: "wrong" })).handshake).toEqual({ ok: false, status: 403 });
  await register();
});

describe("the business writes", () => {
  test("ticks come back: sent, delivered, read, each with our own id", async () => {
    const { externalId } = await send("Olá");
    await expect.poll(() => statuses(externalId)).toEqual(["sent", "delivered", "read"]);
    expect(events[0]).toMatchObject({ messageId: "0190e0c5-7d2b-7c3a-9d1f-3a2b1c0d9e8f" });
  });

  test("to somebody offline it stays sent until they are back, and unread until they read", async () => {
    const person = await control("POST", "people", { name: "Bia", phone: "+55 11 91111-1111" });
    await control("PATCH", `people/${String(person.id)}`, { online: false, reads: false });
    const { externalId } = await send("Oi, Bia", "5511911111111");
    await expect.poll(() => statuses(externalId)).toEqual(["sent"]);
    await control("PATCH", `people/${String(person.id)}`, { online: true });
    await expect.poll(() => statuses(externalId)).toEqual(["sent", "delivered"]);
    await control("PATCH", `people/${String(person.id)}`, { reads: true });
    await expect.poll(() => statuses(externalId)).toEqual(["sent", "delivered", "read"]);
  });

  test("a planned later failure, and the 24 hours, come as a failed status", async () => {
    await control("POST", "failures", { code: 131026, later: true });
    const { externalId } = await send("Olá");
    await expect.poll(() => events.filter((event) => event.kind === "status")).toMatchObject([{ externalId, status: "failed", error: { code: "131026" } }]);
    events = [];
    await register({ enforceWindow: true });
    await send("Olá", "5511922222222");
    await expect.poll(() => events).toMatchObject([{ status: "failed", error: { code: "131047" } }]);
    await register();
  });
});

describe("a customer writes", () => {
  test("text with accents and emoji, escaped as Meta escapes, still verifies", async () => {
    const person = await control("POST", "people", { name: "João", phone: "5511933333333" });
    await control("POST", `people/${String(person.id)}/messages`, { type: "text", text: "Olá! Preço de 1/2 kg de pão? 🥖" });
    expect(events).toMatchObject([{ kind: "message", content: "Olá! Preço de 1/2 kg de pão? 🥖", from: { externalIds: [expect.stringMatching(/^BR\./), "5511933333333"], name: "João", phone: "+5511933333333" } }]);
    expect(graph.world.deliveries.at(-1)?.body).toContain("\\ud83e\\udd56");
  });

  test("without a phone: only the user id", async () => {
    const person = await control("POST", "people", { name: "Lu", username: "lu.costa" });
    await control("POST", `people/${encodeURIComponent(String(person.id))}/messages`, { type: "text", text: "oi" });
    expect(events).toMatchObject([{ from: { externalIds: [person.userId] } }]);
    expect((events[0] as { from: object }).from).not.toHaveProperty("phone");
    const { externalId } = await send("Olá, Lu", String(person.userId));
    await expect.poll(() => statuses(externalId)).toContain("read");
  });

  test("voice, place, reaction, edit, revoke, and any raw message", async () => {
    const person = await control("POST", "people", { name: "Caio", phone: "5511944444444" });
    const act = (body: object) => control("POST", `people/${String(person.id)}/messages?phoneNumberId=106`, body);
    const media = await control("POST", "media?phoneNumberId=106&filename=voz.ogg", new Uint8Array([79, 103, 103]));
    await act({ type: "media", kind: "audio", mediaId: media.id, voice: true });
    await act({ type: "location", latitude: -23.5, longitude: -46.6, name: "MASP" });
    const { entry } = (await act({ type: "text", text: "errado" })) as { entry: { id: string } };
    await act({ type: "edit", targetId: entry.id, text: "certo" });
    await act({ type: "reaction", targetId: entry.id, emoji: "👍" });
    await act({ type: "revoke", targetId: entry.id });
    await act({ type: "raw", message: { type: "order", order: { catalog_id: "1", product_items: [] } } });
    expect(events.map((event) => event.kind)).toEqual(["message", "message", "message", "edit", "reaction", "revoke", "message"]);
    const [voice] = events as { attachments: { media: object; voice: boolean }[] }[];
    const downloaded = await whatsappAdapter.fetchMedia!(voice!.attachments[0]!.media, config, context);
    expect([...new Uint8Array(await downloaded.arrayBuffer())]).toEqual([79, 103, 103]);
  });

  test("a door that fails is tried again", async () => {
    refusals = [503];
    const person = await control("POST", "people", { name: "João", phone: "5511933333333" });
    await control("POST", `people/${String(person.id)}/messages`, { type: "text", text: "de novo" });
    expect(events).toEqual([]);
    await expect.poll(() => events).toMatchObject([{ content: "de novo" }]);
  });

  test("any body can be posted, signed, several times", async () => {
    expect(await control("POST", "webhooks", { phoneNumberId: "106", body: { object: "page" }, times: 2 })).toEqual({ statuses: [200, 200] });
    expect(events).toEqual([{ kind: "notice", name: "object page" }, { kind: "notice", name: "object page" }]);
  });
});

describe("what Meta would refuse", () => {
  const post = async (body: object, token = "EAAtoken", id = "106") => {
    const response = await fetch(`${graph.url}/v26.0/${id}/messages`, { method: "POST", body: JSON.stringify(body), headers: { authorization: `Bearer ${token}`, "content-type": "application/json" } });
    const { error } = (await response.json()) as { error: { code: number; message: string; type: string } };
    return `${response.status} ${error.code} ${error.message}`;
  };
  const good = { messaging_product: "whatsapp", to: "5511987654321", type: "text", text: { body: "oi" } };
  test.each<[string, object, string]>([
    ["no product", { ...good, messaging_product: undefined }, "400 100 (#100) The parameter messaging_product is required."],
    ["no recipient", { ...good, to: undefined }, "400 100 (#100) The parameter to is required."],
    ["a recipient that is no phone", { ...good, to: "ana" }, "400 131009"],
    ["an unknown type", { ...good, type: "hologram" }, "400 100 (#100) Param type must be one of"],
    ["no text", { ...good, text: {} }, "400 100 (#100) The parameter text['body'] is required."],
    ["too much text", { ...good, text: { body: "x".repeat(4097) } }, "400 100 (#100) Param text['body'] must be at most 4096 characters long."],
    ["an unknown key", { ...good, colour: "red" }, '400 100 (#100) Unexpected key "colour" on param "messages".'],
    ["a caption on audio", { ...good, type: "audio", text: undefined, audio: { id: "1", caption: "x" } }, '400 100 (#100) Unexpected key "caption" on param "audio".'],
    ["a file nobody uploaded", { ...good, type: "image", text: undefined, image: { id: "1" } }, "400 131009"],
    ["a reaction to nothing", { ...good, type: "reaction", text: undefined, reaction: { message_id: "wamid.x", emoji: "👍" } }, "400 131009"],
  ])("%s", async (_, body, answer) => expect(await post(body)).toContain(answer));

  test("a wrong token, and a number that is not there", async () => {
    expect(await post(good, "other")).toContain("401 190");
    expect(await post(good, "EAAtoken", "107")).toContain("400 100 Unsupported post request. Object with ID '107' does not exist");
  });
});

test("chats outlive a restart of the fake", async () => {
  const keepIn = path.join(await mkdtemp(path.join(tmpdir(), "fake-")), "kept.json");
  const first = await startGraphServer({ keepIn });
  const person = first.world.addPerson({ name: "Ana", waId: "5511987654321" });
  first.world.addEntry({ id: "wamid.1", phoneNumberId: "106", personId: person.id, from: "person", type: "text", text: "oi", reactions: {}, at: 1, status: "sent" });
  await first.close();
  const second = await startGraphServer({ keepIn });
  expect(second.world.chat("106", person.id)).toMatchObject([{ text: "oi" }]);
  await second.close();
});
