import { describe, expect, test } from "vitest";
import type { InboundEvent } from "../adapter.ts";
import { whatsappConfig } from "./config.ts";
import { parseWebhook } from "./parse-webhook.ts";

const config = whatsappConfig.parse({ phoneNumberId: "106540352242922", accessToken: "token", appSecret: "secret" });
const parse = (body: unknown) => parseWebhook(Buffer.from(typeof body === "string" ? body : JSON.stringify(body)), config);
const envelope = (...changes: object[]) => ({ object: "whatsapp_business_account", entry: [{ id: "1", changes }] });
const change = (value: object, field = "messages", phoneNumberId = config.phoneNumberId) =>
  ({ field, value: { messaging_product: "whatsapp", metadata: { display_phone_number: "551130000000", phone_number_id: phoneNumberId }, ...value } });
const contacts = [{ profile: { name: "Ana Souza" }, wa_id: "5511987654321", user_id: "BR.1" }];
const base = { from: "5511987654321", id: "wamid.A", timestamp: "1750000000" };
const message = (part: object) => parse(envelope(change({ contacts, messages: [{ ...base, ...part }] })));
const sentAt = new Date(1750000000_000);
const from = { externalIds: ["BR.1", "5511987654321"], name: "Ana Souza", phone: "+5511987654321" };
const arrived = { kind: "message", externalId: "wamid.A", from, sentAt };

const table: Record<string, [part: object, event: object]> = {
  text: [{ type: "text", text: { body: "Olá 👋" } }, { ...arrived, content: "Olá 👋" }],
  "text without a type": [{ text: { body: "Olá" } }, { ...arrived, content: "Olá" }],
  "text with characters Postgres cannot keep": [{ type: "text", text: { body: "a\0b\ud83d" } }, { ...arrived, content: "ab\ufffd" }],
  "reply, forwarded": [
    { type: "text", text: { body: "sim" }, context: { from: "551130000000", id: "wamid.Q", forwarded: true } },
    { ...arrived, content: "sim", replyToExternalId: "wamid.Q", extras: { forwarded: true } },
  ],
  "question about a product": [
    { type: "text", text: { body: "tem?" }, context: { id: "wamid.P", referred_product: { catalog_id: "9", product_retailer_id: "sku-1" } } },
    { ...arrived, content: "tem?", extras: { product: { catalogId: "9", productId: "sku-1" } } },
  ],
  "image by id and address": [
    { type: "image", image: { id: "77", mime_type: "image/jpeg", sha256: "x=", url: "https://lookaside.fbsbx.com/a", caption: "olha" } },
    { ...arrived, content: "olha", attachments: [{ kind: "image", media: { id: "77", url: "https://lookaside.fbsbx.com/a" }, contentType: "image/jpeg", sha256: "x=" }] },
  ],
  "voice note": [
    { type: "audio", audio: { id: "78", mime_type: "audio/ogg; codecs=opus", voice: true } },
    { ...arrived, content: "", attachments: [{ kind: "audio", media: { id: "78" }, contentType: "audio/ogg; codecs=opus", voice: true }] },
  ],
  "audio file": [{ type: "audio", audio: { id: "78", voice: false } }, { ...arrived, content: "", attachments: [{ kind: "audio", media: { id: "78" } }] }],
  document: [
    { type: "document", document: { id: "79", filename: "nota.pdf", mime_type: "application/pdf", caption: "a nota" } },
    { ...arrived, content: "a nota", attachments: [{ kind: "document", media: { id: "79" }, filename: "nota.pdf", contentType: "application/pdf" }] },
  ],
  sticker: [{ type: "sticker", sticker: { id: "80", mime_type: "image/webp", animated: true } }, { ...arrived, content: "", attachments: [{ kind: "sticker", media: { id: "80" }, contentType: "image/webp" }] }],
  location: [
    { type: "location", location: { latitude: -23.56, longitude: "-46.65", name: "MASP", address: "Av. Paulista, 1578" } },
    { ...arrived, content: "", extras: { location: { latitude: -23.56, longitude: -46.65, name: "MASP", address: "Av. Paulista, 1578" } } },
  ],
  contacts: [
    { type: "contacts", contacts: [{ name: { formatted_name: "Bia" }, phones: [{ phone: "+55 11 91234-5678" }, { wa_id: "5511912345679" }], emails: [{ email: "bia@example.com" }] }] },
    { ...arrived, content: "", extras: { contacts: [{ name: "Bia", phones: ["+55 11 91234-5678", "5511912345679"], emails: ["bia@example.com"] }] } },
  ],
  "button of a template": [{ type: "button", button: { payload: "SIM", text: "Sim, quero" } }, { ...arrived, content: "Sim, quero", extras: { choice: { id: "SIM", title: "Sim, quero" } } }],
  "reply button": [
    { type: "interactive", interactive: { type: "button_reply", button_reply: { id: "b1", title: "Cancelar" } } },
    { ...arrived, content: "Cancelar", extras: { choice: { id: "b1", title: "Cancelar" } } },
  ],
  "list row": [
    { type: "interactive", interactive: { type: "list_reply", list_reply: { id: "r1", title: "Sedex", description: "2 dias" } } },
    { ...arrived, content: "Sedex", extras: { choice: { id: "r1", title: "Sedex", description: "2 dias" } } },
  ],
  "filled form": [
    { type: "interactive", interactive: { type: "nfm_reply", nfm_reply: { name: "flow", body: "Enviado", response_json: '{"nota":"5"}' } } },
    { ...arrived, content: "Enviado", extras: { choice: { title: "Enviado", form: { nota: "5" } } } },
  ],
  "form that is no JSON": [
    { type: "interactive", interactive: { type: "nfm_reply", nfm_reply: { body: "Enviado", response_json: "{" } } },
    { ...arrived, content: "Enviado", extras: { choice: { title: "Enviado", form: { response_json: "{" } } } },
  ],
  order: [
    { type: "order", order: { catalog_id: "9", text: "Adorei!", product_items: [{ product_retailer_id: "sku-1", quantity: 2, item_price: 30.5, currency: "BRL" }] } },
    { ...arrived, content: "Adorei!", extras: { order: { items: [{ productId: "sku-1", quantity: 2, price: 30.5, currency: "BRL" }], text: "Adorei!" } } },
  ],
  "first message after an ad": [
    { type: "text", text: { body: "Oi" }, referral: { source_url: "https://fb.me/x", headline: "Fale conosco", body: "Promoção", image_url: "https://scontent/x", ctwa_clid: "c" } },
    { ...arrived, content: "Oi", extras: { referral: { sourceUrl: "https://fb.me/x", headline: "Fale conosco", body: "Promoção", imageUrl: "https://scontent/x" } } },
  ],
  reaction: [{ type: "reaction", reaction: { message_id: "wamid.Q", emoji: "👍" } }, { kind: "reaction", targetExternalId: "wamid.Q", emoji: "👍", from, sentAt }],
  "reaction taken back": [{ type: "reaction", reaction: { message_id: "wamid.Q" } }, { kind: "reaction", targetExternalId: "wamid.Q", emoji: "", from, sentAt }],
  edit: [
    { type: "edit", edit: { original_message_id: "wamid.Q", message: { type: "text", text: { body: "corrigido" } } } },
    { kind: "edit", targetExternalId: "wamid.Q", content: "corrigido", sentAt },
  ],
  revoke: [{ type: "revoke", revoke: { original_message_id: "wamid.Q" } }, { kind: "revoke", targetExternalId: "wamid.Q", sentAt }],
  "changed number": [
    { type: "system", system: { type: "user_changed_number", body: "mudou", wa_id: "5511900000000", user_id: "BR.2" } },
    { kind: "identity", externalId: "wamid.A", from, becomes: { externalIds: ["BR.2", "5511900000000"], phone: "+5511900000000" }, note: "mudou", sentAt },
  ],
  "changed identity": [{ type: "system", system: { type: "customer_identity_changed", body: "novo aparelho", customer: "5511987654321" } }, { ...arrived, content: "", extras: { system: "novo aparelho" } }],
};

describe("one message", () => {
  test.each(Object.entries(table))("%s", (_, [part, event]) => expect(message(part)).toEqual([event]));

  test.each([
    ["unsupported", { type: "unsupported", errors: [{ code: 131051 }], unsupported: { type: "poll" } }, "poll"],
    ["unsupported without a name", { type: "unsupported", errors: [{ code: 131051 }] }, "unknown"],
    ["a type from the future", { type: "hologram", hologram: { id: "1" } }, "hologram"],
    ["an interactive answer from the future", { type: "interactive", interactive: { type: "call_permission_reply" } }, "interactive"],
    ["an image without a file", { type: "image", image: {} }, "image"],
    ["a type named as an object's own method", { type: "constructor", constructor: 1 }, "constructor"],
    ["a group's message", { type: "text", text: { body: "oi, grupo" }, group_id: "G1" }, "group"],
  ])("%s stays visible, raw", (_, part, type) => {
    expect(message(part)).toEqual([{ ...arrived, content: "", extras: { unsupported: { type, raw: { ...base, ...part } } } }]);
  });
});

describe("who writes", () => {
  const only = (people: unknown, ids: object) =>
    (parse(envelope(change({ contacts: people, messages: [{ id: "wamid.A", timestamp: "1750000000", type: "text", text: { body: "oi" }, ...ids }] })))[0] as { from: unknown }).from;

  test("a user name without a phone", () => {
    expect(only([{ profile: { username: "@ana" }, user_id: "BR.1" }], { from_user_id: "BR.1" })).toEqual({ externalIds: ["BR.1"], name: "@ana" });
  });
  test("both ids, whichever side names them", () => {
    expect(only(contacts, { from: "5511987654321", from_user_id: "BR.1" })).toEqual(from);
    expect(only([{ wa_id: "5511987654321" }], { from: "5511987654321", from_user_id: "BR.1" })).toEqual({ externalIds: ["BR.1", "5511987654321"], phone: from.phone });
  });
  test("another person's name is never borrowed", () => {
    expect(only([{ profile: { name: "Bia" }, wa_id: "5511911111111" }], { from: "5511922222222" })).toEqual({ externalIds: ["5511922222222"], phone: "+5511922222222" });
    expect(only([...contacts, { profile: { name: "Bia" }, wa_id: "5511911111111" }], { from: "5511911111111" })).toMatchObject({ name: "Bia" });
  });
  test("nobody: a notice, not a guess", () => {
    expect(parse(envelope(change({ messages: [{ id: "wamid.A", type: "text", text: { body: "oi" } }] })))).toEqual([{ kind: "notice", name: "text message without sender" }]);
  });
});

describe("statuses", () => {
  const status = (part: object) => parse(envelope(change({ statuses: [{ id: "wamid.S", timestamp: "1750000000", recipient_id: "5511987654321", ...part }] })));

  test.each([["sent", "sent"], ["delivered", "delivered"], ["read", "read"], ["played", "read"]])("%s counts as %s", (word, counted) =>
    expect(status({ status: word })).toEqual([{ kind: "status", externalId: "wamid.S", status: counted, sentAt }]));

  test("failed, with Meta's reason and our own id", () => {
    const error = { code: 131047, title: "Re-engagement message", error_data: { details: "More than 24 hours have passed" } };
    expect(status({ status: "failed", errors: [error], biz_opaque_callback_data: "0190e0c5-7d2b-7c3a-9d1f-3a2b1c0d9e8f" })).toEqual([
      { kind: "status", externalId: "wamid.S", status: "failed", sentAt, error: { code: "131047", message: "More than 24 hours have passed" }, messageId: "0190e0c5-7d2b-7c3a-9d1f-3a2b1c0d9e8f" },
    ]);
  });

  test("marks of other software are not taken for our ids", () => expect(status({ status: "sent", biz_opaque_callback_data: "pedido 12" })[0]).not.toHaveProperty("messageId"));

  test.each(["deleted", "warning", "toString"])("%s is a notice", (word) => expect(status({ status: word })).toEqual([{ kind: "notice", name: `status ${word}` }]));
});

test("every entry, change, message and status of a batch counts, in order", () => {
  const text = (id: string) => ({ ...base, id, type: "text", text: { body: id } });
  const events = parse({
    object: "whatsapp_business_account",
    entry: [
      { id: "1", changes: [change({ contacts, messages: [text("m1"), text("m2")], statuses: [{ id: "s1", status: "sent", timestamp: "1" }] }), change({ contacts, messages: [text("m3")] })] },
      { id: "1", changes: [change({ statuses: [{ id: "s2", status: "read", timestamp: "1" }], errors: [{ code: 1, title: "x" }] }), change({ contacts, messages: [text("mX")] }, "messages", "999")] },
    ],
  });
  expect(events.map((event) => ("externalId" in event ? event.externalId : (event as { name: string }).name))).toEqual(["m1", "m2", "s1", "m3", "s2", "error 1: x", "messages of another number (999)"]);
});

test("echoes of the phone app are our own, about the person written to", () => {
  const echo = { from: "551130000000", to: "5511987654321", id: "wamid.E", timestamp: "1750000000", type: "text", text: { body: "já te respondo" } };
  expect(parse(envelope(change({ message_echoes: [echo] }, "smb_message_echoes")))).toEqual([
    { kind: "message", externalId: "wamid.E", from: { externalIds: ["5511987654321"], phone: "+5511987654321" }, echo: true, content: "já te respondo", sentAt },
  ]);
});

test("a rotated user id is one fact, however it is told", () => {
  const system = { id: "wamid.X", timestamp: "1750000000", type: "system", system: { type: "user_changed_user_id", user_id: "BR.2", body: "User Ana changed from BR.1 to BR.2" } };
  const update = { wa_id: "5511987654321", detail: "updated", user_id: { previous: "BR.1", current: "BR.2" }, timestamp: "1750000000" };
  const [told] = parse(envelope(change({ messages: [system] })));
  const [field] = parse(envelope(change({ contacts, user_id_update: [update] }, "user_id_update")));
  expect(told).toMatchObject({ kind: "identity", externalId: "user_id:BR.1>BR.2", from: { externalIds: ["BR.1"] }, becomes: { externalIds: ["BR.2"] } });
  expect(field).toMatchObject({ kind: "identity", externalId: "user_id:BR.1>BR.2", becomes: { externalIds: ["BR.2", "5511987654321"], name: "Ana Souza" } });
});

test("a ringing customer is shown, the rest of a call is a notice", () => {
  const call = { id: "wacid.1", from: "5511987654321", to: "551130000000", event: "connect", direction: "USER_INITIATED", timestamp: "1750000000" };
  expect(parse(envelope(change({ contacts, calls: [call] }, "calls")))).toMatchObject([{ kind: "message", externalId: "wacid.1", extras: { unsupported: { type: "call" } } }]);
  expect(parse(envelope(change({ calls: [{ ...call, event: "terminate" }] }, "calls")))).toEqual([{ kind: "notice", name: "call terminate" }]);
});

test("a body that is not JSON is told apart", () => {
  for (const body of ["", "{", "\u0000", "<xml/>"]) expect(() => parse(body)).toThrow(expect.objectContaining({ name: "ChannelError", kind: "rejected", code: "unparseable" }));
});

test("JSON of any other shape is a notice, never an exception", () => {
  const odd = [null, [], 1, '"x"', {}, { object: "page" }, { object: "whatsapp_business_account" }, { object: "whatsapp_business_account", entry: {} },
    { object: "whatsapp_business_account", entry: [null, 1, { changes: "x" }, { changes: [null, {}, { value: [] }, { field: 7, value: null }] }] },
    envelope(change({ messages: "x", statuses: [null, {}], contacts: 7 })), envelope(change({ messages: [{}], contacts: [null] }))];
  for (const body of odd) {
    const events = parse(body);
    expect(events.length).toBeGreaterThan(0);
    expect(events.every((event: InboundEvent) => event.kind === "notice")).toBe(true);
  }
});
