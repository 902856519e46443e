import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { channelTypes } from "#lib/channels/adapter.ts";
import { adapterOf } from "#lib/channels/registry.ts";
import { projectRoot } from "#lib/operations/project-root.ts";
import { asOwner } from "#tests/factories/as-owner.ts";
import { createTestAccount } from "#tests/factories/create-test-account.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";
import { type RouterClient, routerClient } from "#tests/factories/router-client.ts";

type Vector = { name: string; appSecret: string; bodyBase64: string; header: string | null; valid: boolean };
type Handshake = { query: string; verifyToken: string; status: number; body?: string };
const read = (name: string) => JSON.parse(readFileSync(path.join(projectRoot, "tests/fixtures/signatures", name), "utf8"));
const vectors: Vector[] = read("meta-x-hub-signature-256.json");
const handshakes: Handshake[] = read("meta-verify-handshake.json");

let call: RouterClient;
let accountId: number;
let inbox: { id: string; token: string };
const kept = async () => (await asOwner("select count(*)::int as n from inbound_events"))[0].n as number;
const door = (token: string, channel = "whatsapp") => `/api/channels/${channel}/${token}`;

beforeAll(async () => {
  call = await routerClient();
  ({ accountId } = await createTestAccount());
  inbox = await makeInbox(accountId, "whatsapp", { config: { appSecret: vectors[0]!.appSecret, verifyToken: handshakes[0]!.verifyToken } });
});

test.each(vectors.map((vector) => [vector.name, vector] as const))("Meta's signature: %s", async (_, { bodyBase64, header, valid }) => {
  const before = await kept();
  const answer = await call("POST", door(inbox.token), { body: Buffer.from(bodyBase64, "base64"), headers: header === null ? {} : { "x-hub-signature-256": header } });
  expect([answer.status, (await kept()) - before]).toEqual(valid ? [200, 1] : [401, 0]);
  if (!valid) expect(answer.json().error.code).toBe("invalid_signature");
});

test.each(handshakes.map((handshake) => [handshake.query || "no question", handshake] as const))("Meta's handshake: %s", async (_, { query, status, body }) => {
  const answer = await call("GET", `${door(inbox.token)}?${query}`);
  expect(answer.status).toBe(status);
  if (body) expect(answer.text).toBe(body);
});

describe("every channel with a door", () => {
  const withDoor = channelTypes.filter((type) => adapterOf(type).parse);
  test.each(withDoor)("%s verifies, and refuses what is unsigned, signed with another key, changed by one byte or cut short", async (type) => {
    const adapter = adapterOf(type);
    expect(adapter.verify).toBeDefined();
    const { token } = await makeInbox(accountId, type, { config: { appSecret: "right" } });
    const body = Buffer.from('{"object":"whatsapp_business_account","entry":[]}');
    const signed = (secret: string, over: Buffer = body) => ({ "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(over).digest("hex")}` });
    const before = await kept();
    for (const headers of [{}, signed("wrong"), signed("right", Buffer.concat([body, Buffer.from(" ")])), signed("right", body.subarray(1)), { "x-hub-signature-256": "sha256=" }, { "x-hub-signature-256": signed("right")["x-hub-signature-256"].toUpperCase() }])
      expect((await call("POST", door(token, type), { body, headers: headers as Record<string, string> })).status).toBe(401);
    expect(await kept()).toBe(before);
    expect((await call("POST", door(token, type), { body, headers: signed("right") })).status).toBe(200);
  });

  test.each(channelTypes.filter((type) => !adapterOf(type).parse))("%s has no door: nothing posted there is kept", async (type) => {
    const { token } = await makeInbox(accountId, type);
    const before = await kept();
    expect((await call("POST", door(token, type), { body: "{}" })).status).toBe(404);
    expect(await kept()).toBe(before);
  });

  test.each(channelTypes)("%s never throws on a body it does not know: kept as unsupported, a notice, or nothing", (type) => {
    const { parse, config } = adapterOf(type);
    const some = config.safeParse({ phoneNumberId: "1", accessToken: "a", appSecret: "b", graphUrl: "http://127.0.0.1:1" }).data;
    for (const body of ["", "{", "null", "[]", "3", "{}", '{"entry":1}', '{"entry":[null]}', '{"entry":[{"changes":[{"value":{"messages":[{}]}}]}]}', '{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"messages":[{"type":"text"}],"statuses":[{}],"contacts":"x"}}]}]}'])
      expect(() => parse?.(Buffer.from(body), some)).not.toThrow(TypeError);
  });
});

test("an unknown token, another channel's address and another method are told apart from nothing", async () => {
  const before = await kept();
  const unknown = await call("POST", door("no-such-token"), { body: "{}" });
  const wrongChannel = await call("POST", door(inbox.token, "api"), { body: "{}" });
  const noChannel = await call("POST", door(inbox.token, "pigeon"), { body: "{}" });
  for (const answer of [unknown, wrongChannel, noChannel]) expect([answer.status, answer.text]).toEqual([404, unknown.text]);
  expect((await call("PUT", door(inbox.token), { body: "{}" })).status).toBe(405);
  expect(await kept()).toBe(before);
});

test("a body over four megabytes is refused before it is kept", async () => {
  const before = await kept();
  expect((await call("POST", door(inbox.token), { body: Buffer.alloc(4_000_001, "x") })).status).toBe(413);
  expect(await kept()).toBe(before);
});

test("the same delivery twice is acknowledged twice and kept once", async () => {
  const body = '{"object":"whatsapp_business_account","entry":[{"id":"again"}]}';
  const headers = { "x-hub-signature-256": `sha256=${createHmac("sha256", vectors[0]!.appSecret).update(body).digest("hex")}` };
  const before = await kept();
  const answers = await Promise.all(Array.from({ length: 5 }, () => call("POST", door(inbox.token), { body, headers })));
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
  expect((await kept()) - before).toBe(1);
});
