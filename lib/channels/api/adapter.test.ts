import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type GraphServer, startGraphServer } from "#tests/fakes/graph-server.ts";
import type { ChannelError, OutgoingMessage } from "../adapter.ts";
import { createSafeFetch } from "../safe-fetch.ts";
import { apiAdapter, type ApiConfig } from "./adapter.ts";

let fakes: GraphServer;
let config: ApiConfig;
const requests: { body: string; headers: Record<string, string> }[] = [];
const safeFetch = createSafeFetch({ allowPrivateAddresses: true });
const context = {
  fetch: (url: string, init?: RequestInit) => {
    requests.push({ body: String(init?.body), headers: Object.fromEntries(new Headers(init?.headers)) });
    return safeFetch(url, init);
  },
};
beforeAll(async () => { fakes = await startGraphServer(); });
afterAll(() => fakes.close());
beforeEach(async () => {
  requests.length = 0;
  config = apiAdapter.config.parse({ webhookUrl: `${fakes.url}/fake/receivers/erp` });
  await fetch(config.webhookUrl!, { method: "DELETE" });
  await fetch(config.webhookUrl!, { method: "PUT", body: JSON.stringify({ secret: config.secret }) });
});
const received = async () => ((await (await fetch(config.webhookUrl!)).json()) as { items: { id: string; signature: string; body: Record<string, unknown> }[] }).items;
const answers = (...list: { status: number; retryAfter?: number; location?: string }[]) => fetch(config.webhookUrl!, { method: "PUT", body: JSON.stringify({ answers: list }) });
const failure = async (promise: Promise<unknown>) => (await promise.then(() => undefined, (error: unknown) => error)) as ChannelError;

const message: OutgoingMessage = {
  id: "0190e0c5-7d2b-7c3a-9d1f-3a2b1c0d9e8f", to: { externalIds: ["cliente-7"], phone: "+5511987654321" }, content: "Seu pedido saiu ✅", sentAt: new Date("2026-11-22T12:00:00Z"),
  attachments: [{ id: "a", kind: "document", filename: "nota.pdf", contentType: "application/pdf", size: 9, url: "https://balcao.example/f/a", voice: false, read: async () => new Uint8Array() }],
  replyToExternalId: "m-1", conversation: { id: "c", displayId: 12, protocol: "20261122000012" }, contact: { id: "p", name: "Ana" }, agent: { id: "u", name: "Rui" },
};

test("an answer is posted, signed so that the reference implementation takes it", async () => {
  expect(await apiAdapter.send(message, config, context)).toEqual({ externalId: message.id });
  expect(await received()).toMatchObject([{ id: message.id, signature: "right" }]);
  expect(new Webhook(config.secret).verify(requests[0]!.body, requests[0]!.headers)).toEqual({
    type: "message.created", timestamp: "2026-11-22T12:00:00.000Z",
    data: {
      message: {
        id: message.id, type: "outgoing", content: "Seu pedido saiu ✅", replyToId: "m-1", sentAt: "2026-11-22T12:00:00.000Z",
        attachments: [{ id: "a", kind: "document", filename: "nota.pdf", contentType: "application/pdf", size: 9, url: "https://balcao.example/f/a", voice: false }],
      },
      conversation: message.conversation, contact: { id: "p", name: "Ana", externalIds: ["cliente-7"], phone: "+5511987654321" }, agent: { id: "u", name: "Rui" },
    },
  });
});

test("a reaction is an event of its own", async () => {
  await apiAdapter.send({ ...message, reaction: { targetExternalId: "m-1", emoji: "👍" } }, config, context);
  expect((await received())[0]?.body).toMatchObject({ type: "message.reaction", data: { message: { targetId: "m-1", emoji: "👍" } } });
});

test("without a webhook the message counts as sent, and nothing leaves", async () => {
  const quiet = apiAdapter.config.parse({ webhookUrl: "" });
  expect(await apiAdapter.send(message, quiet, context)).toEqual({ externalId: message.id });
  expect(requests).toEqual([]);
});

test.each([[500, "retry"], [503, "retry"], [429, "retry"], [408, "retry"], [410, "rejected"], [401, "rejected"], [403, "rejected"], [404, "rejected"], [422, "rejected"]])(
  "status %i is %s, in a sentence", async (status, kind) => {
    await answers({ status });
    const error = await failure(apiAdapter.send(message, config, context));
    expect(error).toMatchObject({ kind, code: `http_${status}` });
    expect(error.message).toMatch(/^127\.0\.0\.1:\d+ .+[.]$/);
  });

test("Retry-After is kept; a redirect is refused; nobody there means again", async () => {
  await answers({ status: 503, retryAfter: 42 });
  expect(await failure(apiAdapter.send(message, config, context))).toMatchObject({ retryAfterSeconds: 42 });
  await answers({ status: 307, location: `${fakes.url}/fake/receivers/elsewhere` });
  expect(await failure(apiAdapter.send(message, config, context))).toMatchObject({ kind: "rejected", code: "redirect_refused" });
  expect(await failure(apiAdapter.send(message, { ...config, webhookUrl: "http://127.0.0.1:9/" }, context))).toMatchObject({ kind: "retry", code: "network" });
});

test("a secret is made where none is given; a poor one is refused; the check posts a signed test", async () => {
  expect(apiAdapter.config.parse({}).secret).toMatch(/^whsec_/);
  expect(apiAdapter.config.safeParse({ secret: "whsec_short" }).success).toBe(false);
  expect((await apiAdapter.check!(config, context)).summary).toContain("accepted a signed test");
  expect(await received()).toMatchObject([{ signature: "right", body: { type: "webhook.test" } }]);
});
