import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type GraphServer, startGraphServer } from "#tests/fakes/graph-server.ts";
import type { Failure } from "#tests/fakes/graph/world.ts";
import { ChannelError, type OutgoingAttachment, type OutgoingMessage } from "../adapter.ts";
import { createSafeFetch } from "../safe-fetch.ts";
import { whatsappAdapter } from "./adapter.ts";
import { whatsappConfig, type WhatsappConfig } from "./config.ts";

let graph: GraphServer;
let config: WhatsappConfig;
const context = { fetch: createSafeFetch({ allowPrivateAddresses: true }) };

beforeAll(async () => {
  graph = await startGraphServer();
  config = whatsappConfig.parse({ phoneNumberId: "106540352242922", businessAccountId: "102290129340398", accessToken: "EAAtoken", appSecret: "app secret", graphUrl: graph.url });
  await fetch(`${graph.url}/fake/numbers`, { method: "POST", body: JSON.stringify({ ...config, webhookUrl: `${graph.url}/fake/receivers/door`, verifiedName: "Loja Aurora" }) });
});
afterAll(() => graph.close());
afterEach(() => {
  graph.world.failures = [];
  graph.world.requests.length = 0;
});

const message = (part: Partial<OutgoingMessage>): OutgoingMessage => ({
  id: "0190e0c5-7d2b-7c3a-9d1f-3a2b1c0d9e8f", to: { externalIds: ["BR.1", "5511987654321"], phone: "+5511987654321" }, content: "", attachments: [], sentAt: new Date(),
  conversation: { id: "c", displayId: 1, protocol: "1" }, contact: { id: "p", name: "Ana" }, ...part,
});
const file = (part: Partial<OutgoingAttachment>): OutgoingAttachment => ({
  id: "a", kind: "image", filename: "foto.jpg", contentType: "image/jpeg", size: 3, url: "https://balcao.example/f/a", voice: false, read: async () => new Uint8Array([1, 2, 3]), ...part,
});
const send = (part: Partial<OutgoingMessage>) => whatsappAdapter.send(message(part), config, context);
const bodies = () => graph.world.requests.filter((request) => request.path.endsWith("/messages")).map((request) => request.body as Record<string, unknown>);
const plan = (failure: Partial<Failure>) => graph.world.failures.push({ on: "messages", times: 1, ...failure });
const failure = async (promise: Promise<unknown>) => {
  const error = await promise.then(() => undefined, (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ChannelError);
  return error as ChannelError;
};
const envelope = { messaging_product: "whatsapp", recipient_type: "individual", to: "5511987654321" };
const ours = { biz_opaque_callback_data: "0190e0c5-7d2b-7c3a-9d1f-3a2b1c0d9e8f" };

describe("what is sent", () => {
  test("text, with a preview where there is an address", async () => {
    const { externalId } = await send({ content: "Olá, Ana!" });
    expect(externalId).toMatch(/^wamid\./);
    await send({ content: "Veja https://example.com" });
    expect(bodies()).toEqual([
      { ...envelope, type: "text", text: { body: "Olá, Ana!", preview_url: false }, ...ours },
      { ...envelope, type: "text", text: { body: "Veja https://example.com", preview_url: true }, ...ours },
    ]);
    expect(graph.world.requests[0]?.path).toBe("/v26.0/106540352242922/messages");
  });

  test("a reply, and a reaction put and taken back", async () => {
    const { externalId } = await send({ content: "sim", replyToExternalId: "wamid.Q" });
    await send({ reaction: { targetExternalId: externalId, emoji: "👍" } });
    await send({ reaction: { targetExternalId: externalId, emoji: "" } });
    expect(bodies()).toMatchObject([{ context: { message_id: "wamid.Q" } }, { type: "reaction", reaction: { message_id: externalId, emoji: "👍" } }, { reaction: { emoji: "" } }]);
  });

  test("to a person without a phone, by user id", async () => {
    await send({ content: "oi", to: { externalIds: ["BR.13491208655302741918"] } });
    expect(bodies()[0]).toMatchObject({ recipient: "BR.13491208655302741918" });
    expect(bodies()[0]).not.toHaveProperty("to");
  });

  test("the phone exactly as it was received, ninth digit or not", async () => {
    await send({ content: "oi", to: { externalIds: ["BR.1", "551187654321"], phone: "+5511987654321" } });
    await send({ content: "oi", to: { externalIds: [], phone: "+55 11 98765-4321" } });
    expect(bodies().map((body) => body.to)).toEqual(["551187654321", "5511987654321"]);
  });

  test("a picture with its caption, uploaded first", async () => {
    await send({ content: "olha", attachments: [file({})] });
    const [upload, post] = graph.world.requests;
    expect(upload?.path).toBe("/v26.0/106540352242922/media");
    expect(post?.body).toEqual({ ...envelope, type: "image", image: { id: expect.stringMatching(/^\d+$/), caption: "olha" }, ...ours });
    const stored = [...graph.world.media.values()].at(-1);
    expect(stored).toMatchObject({ filename: "foto.jpg", contentType: "image/jpeg" });
    expect([...stored!.bytes]).toEqual([1, 2, 3]);
  });

  test.each<[name: string, part: Partial<OutgoingAttachment>, type: string, content: object]>([
    ["a picture that is too large", { size: 6 << 20 }, "document", { id: expect.any(String), filename: "foto.jpg" }],
    ["a picture of another kind, by its address", { contentType: "image/gif", filename: "a.gif" }, "document", { link: "https://balcao.example/f/a", filename: "a.gif" }],
    ["a voice note", { kind: "audio", contentType: "audio/ogg; codecs=opus", filename: "v.ogg", voice: true }, "audio", { id: expect.any(String), voice: true }],
    ["music", { kind: "audio", contentType: "audio/mpeg", filename: "m.mp3" }, "audio", { id: expect.any(String) }],
    ["a recording in a format WhatsApp does not play", { kind: "audio", contentType: "audio/webm", filename: "v.webm", voice: true }, "document", { link: expect.any(String), filename: "v.webm" }],
    ["a film", { kind: "video", contentType: "video/mp4", filename: "f.mp4" }, "video", { id: expect.any(String) }],
    ["a document", { kind: "document", contentType: "application/pdf", filename: "nota.pdf" }, "document", { id: expect.any(String), filename: "nota.pdf" }],
    ["an archive, by its address", { kind: "document", contentType: "application/zip", filename: "x.zip" }, "document", { link: expect.any(String), filename: "x.zip" }],
    ["a sticker", { kind: "sticker", contentType: "image/webp", filename: "s.webp" }, "sticker", { id: expect.any(String) }],
  ])("%s", async (_, part, type, content) => {
    await send({ attachments: [file(part)] });
    expect(bodies()).toEqual([{ ...envelope, type, [type]: content, ...ours }]);
  });

  test("several files and a text: one message each, uploads first, our id on the last", async () => {
    const result = await send({ content: "as fotos", attachments: [file({}), file({ filename: "2.jpg" }), file({ kind: "document", contentType: "application/pdf", filename: "3.pdf" })], replyToExternalId: "wamid.Q" });
    expect(result.furtherExternalIds).toHaveLength(2);
    expect(graph.world.requests.map((request) => request.path.split("/").at(-1))).toEqual(["media", "media", "media", "messages", "messages", "messages"]);
    expect(bodies().map((body) => [body.type, "context" in body, "biz_opaque_callback_data" in body])).toEqual([["image", true, false], ["image", false, false], ["document", false, true]]);
    expect(bodies()[0]).toMatchObject({ image: { caption: "as fotos" } });
  });

  test("text goes ahead of what takes no caption, and when it is too long for one", async () => {
    await send({ content: "escuta", attachments: [file({ kind: "audio", contentType: "audio/mpeg" })] });
    await send({ content: "x".repeat(1025), attachments: [file({})] });
    expect(bodies().map((body) => body.type)).toEqual(["text", "audio", "text", "image"]);
  });

  test("a version in the address is kept", async () => {
    await whatsappAdapter.send(message({ content: "oi" }), { ...config, graphUrl: `${graph.url}/v25.0/` }, context);
    expect(graph.world.requests[0]?.path).toBe("/v25.0/106540352242922/messages");
  });
});

describe("what goes wrong", () => {
  test.each<[code: number, kind: string]>([
    [1, "retry"], [2, "retry"], [131000, "retry"], [131016, "retry"], [133004, "retry"], [4, "throttled"], [80007, "throttled"], [130429, "throttled"], [131048, "throttled"],
    [131056, "throttled"], [131057, "throttled"], [0, "unauthorised"], [10, "unauthorised"], [190, "unauthorised"], [200, "unauthorised"], [131005, "unauthorised"],
    [131045, "unauthorised"], [133010, "unauthorised"], [131047, "window"], [100, "rejected"], [131026, "rejected"], [131030, "rejected"], [131031, "rejected"], [131042, "rejected"],
    [131049, "rejected"], [131050, "rejected"], [131062, "rejected"], [132001, "rejected"], [368, "rejected"], [999999, "rejected"],
  ])("code %i is %s", async (code, kind) => {
    plan({ code });
    expect(await failure(send({ content: "oi" }))).toMatchObject({ kind, code: String(code) });
  });

  test("Meta's details are what the agent reads; the pair limit stops only this contact", async () => {
    plan({ code: 131056, message: "Too many messages to this person." });
    expect(await failure(send({ content: "oi" }))).toMatchObject({ message: "Too many messages to this person.", scope: "contact", retryAfterSeconds: 6 });
    plan({ code: 130429, retryAfter: 17 });
    expect(await failure(send({ content: "oi" }))).toMatchObject({ scope: "inbox", retryAfterSeconds: 17 });
  });

  test("no answer after the request left: unknown, and it was taken", async () => {
    const before = graph.world.entries.size;
    plan({ drop: "after" });
    expect(await failure(send({ content: "oi" }))).toMatchObject({ kind: "unknown" });
    expect(graph.world.entries.size).toBe(before + 1);
    plan({ html: true, status: 502 });
    expect(await failure(send({ content: "oi" }))).toMatchObject({ kind: "unknown", code: "http_502" });
  });

  test("nobody listens: retry", async () => {
    expect(await failure(whatsappAdapter.send(message({ content: "oi" }), { ...config, graphUrl: "http://127.0.0.1:9" }, context))).toMatchObject({ kind: "retry" });
  });

  test("a wrong token stops the inbox", async () => {
    expect(await failure(whatsappAdapter.send(message({ content: "oi" }), { ...config, accessToken: "old" }, context))).toMatchObject({ kind: "unauthorised", code: "190" });
  });

  test("a failed upload leaves nothing at the customer's, and may be repeated", async () => {
    plan({ on: "media", drop: "before" });
    expect(await failure(send({ content: "olha", attachments: [file({}), file({})] }))).toMatchObject({ kind: "retry" });
    expect(bodies()).toEqual([]);
  });

  test("a later part is tried again by itself, the first is not repeated", async () => {
    const { furtherExternalIds } = await (async () => {
      const sending = send({ content: "x", attachments: [file({ kind: "audio", contentType: "audio/mpeg" })] });
      await expect.poll(() => bodies().length).toBe(1);
      plan({ code: 131000 });
      return sending;
    })();
    expect(furtherExternalIds).toHaveLength(1);
    expect(bodies().map((body) => body.type)).toEqual(["text", "audio", "audio"]);
  });

  test("a later part that is refused says how far it went", async () => {
    const sending = send({ content: "x", attachments: [file({ kind: "audio", contentType: "audio/mpeg" })] });
    await expect.poll(() => bodies().length).toBe(1);
    plan({ code: 131026, message: "Undeliverable." });
    expect(await failure(sending)).toMatchObject({ kind: "rejected", code: "incomplete", message: "1 of 2 parts arrived; the audio did not: Undeliverable. (131026)" });
  });
});

describe("beside sending", () => {
  test("the check names the number", async () => {
    expect(await whatsappAdapter.check!(config, context)).toEqual({ summary: "Loja Aurora · +55 11 4000-0000 · GREEN" });
    expect(await failure(whatsappAdapter.check!({ ...config, phoneNumberId: "1" }, context))).toMatchObject({ kind: "rejected", code: "100" });
  });

  test("a message is marked as read", async () => {
    const [person] = [graph.world.person("5511987654321")];
    const entry = graph.world.addEntry({ id: "wamid.IN", phoneNumberId: config.phoneNumberId, personId: person.id, from: "person", type: "text", text: "oi", reactions: {}, at: Date.now(), status: "sent" });
    await whatsappAdapter.markRead!("wamid.IN", config, context);
    expect(entry.status).toBe("read");
    expect(bodies()).toEqual([{ messaging_product: "whatsapp", status: "read", message_id: "wamid.IN" }]);
    expect(await failure(whatsappAdapter.markRead!("wamid.unknown", config, context))).toMatchObject({ kind: "rejected" });
  });
});

const schemaFile = path.resolve(process.env.BALCAO_FIXTURES ?? "../shared/fixtures", "specs/meta-wa-message-v23.repaired.schema.json");
describe.skipIf(!existsSync(schemaFile))("Meta's published contract (skipped where its file is not at hand)", () => {
  test("accepts every body that we send", async () => {
    const schema = JSON.parse(readFileSync(schemaFile, "utf8")) as object;
    const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
    ajv.addSchema(schema, "meta");
    const names: Record<string, string> = { text: "TextMessage", image: "ImageMessage", audio: "AudioMessage", video: "VideoMessage", document: "DocumentMessage", sticker: "StickerMessage", reaction: "ReactionMessage" };
    const { externalId } = await send({ content: "https://example.com" });
    await send({ content: "sim", replyToExternalId: "wamid.Q" });
    await send({ reaction: { targetExternalId: externalId, emoji: "👍" } });
    for (const [kind, contentType] of [["image", "image/jpeg"], ["audio", "audio/mpeg"], ["video", "video/mp4"], ["document", "application/pdf"], ["sticker", "image/webp"]] as const) {
      await send({ content: "legenda", attachments: [file({ kind, contentType })] });
    }
    expect(bodies().length).toBeGreaterThan(8);
    // Documented, given back in statuses, and forgotten in the published schema of November 2025.
    for (const { biz_opaque_callback_data: _, ...body } of bodies()) {
      const validate = ajv.getSchema(`meta#/components/schemas/${names[String(body.type)]}`)!;
      expect({ body, valid: validate(body), errors: validate.errors }).toMatchObject({ valid: true });
    }
  });
});
