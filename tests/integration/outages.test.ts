import { createHmac, randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "#lib/operations/free-port.ts";
import { waitUntil } from "#lib/operations/wait-until.ts";
import { asOwner } from "#tests/factories/as-owner.ts";
import { createTestAccount, type TestAccount } from "#tests/factories/create-test-account.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";
import { severable, type Severable } from "#tests/factories/severable.ts";
import { type SpawnedProcess, spawnProcess } from "#tests/factories/spawned-process.ts";
import { type GraphServer, startGraphServer } from "#tests/fakes/graph-server.ts";

/** The real processes, with Redis and PostgreSQL behind cables that can be cut. */
let account: TestAccount;
let graph: GraphServer;
let postgres: Severable;
let redis: Severable;
let web: SpawnedProcess;
let worker: SpawnedProcess;
let url: string;
let door: string;
let socket: Socket;
let heard: string[] = [];

beforeAll(async () => {
  graph = await startGraphServer();
  account = await createTestAccount({ agents: 1 });
  const inbox = await makeInbox(account.accountId, "whatsapp", { config: { phoneNumberId: "106", accessToken: "token", appSecret: "secret", graphUrl: graph.url } });
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  door = `${url}/api/channels/whatsapp/${inbox.token}`;
  graph.world.numbers.set("106", { phoneNumberId: "106", displayPhoneNumber: "1", businessAccountId: "1", accessToken: "token", appSecret: "secret", verifyToken: "x", webhookUrl: door, verifiedName: "x", ticks: { sentMs: 20, deliveredMs: 20, readMs: 20 }, enforceWindow: false });
  postgres = await severable(process.env.DATABASE_URL!);
  redis = await severable(process.env.REDIS_URL!);
  const environment = { DATABASE_URL: postgres.url, REDIS_URL: redis.url, PORT: String(port), BASE_URL: url, LOG_LEVEL: "fatal" };
  web = spawnProcess("server.ts", environment);
  worker = spawnProcess("workers/index.ts", environment);
  if (!(await waitUntil(() => health().then((answer) => answer.ok, () => false), 60_000))) throw new Error(`The web process does not start:\n${web.output()}`);
  socket = io(url, { transports: ["websocket"], reconnectionDelay: 100, reconnectionDelayMax: 300, auth: { accountId: account.accountId, token: account.administrator.token } });
  socket.onAny((...parts) => heard.push(JSON.stringify(parts)));
  await new Promise((resolve) => socket.on("connect", () => resolve(undefined)));
}, 90_000);
afterAll(async () => {
  socket?.disconnect();
  await Promise.all([web?.stop(), worker?.stop()]);
  await Promise.all([postgres?.close(), redis?.close(), graph?.close()]);
});
afterEach(() => {
  heard = [];
});

const health = () => fetch(`${url}/api/health`);
const metrics = (headers: Record<string, string> = {}) => fetch(`${url}/metrics`, { headers }).then(async (answer) => ({ status: answer.status, text: await answer.text() }));
const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(url + path, { method, headers: { authorization: `Bearer ${account.administrator.token}`, ...(body !== undefined && { "content-type": "application/json" }), ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }) });
  return { status: response.status, body: await response.json().catch(() => null) as any, headers: response.headers };
};
async function customerWrites(text: string): Promise<number> {
  const body = JSON.stringify({ object: "whatsapp_business_account", entry: [{ id: "1", changes: [{ field: "messages", value: { messaging_product: "whatsapp", metadata: { phone_number_id: "106" }, contacts: [{ profile: { name: "Ana" }, wa_id: "5511987654321" }],
    messages: [{ from: "5511987654321", id: `wamid.${randomUUID()}`, timestamp: String(Math.floor(Date.now() / 1000)), type: "text", text: { body: text } }] } }] }] });
  return (await fetch(door, { method: "POST", body, headers: { "x-hub-signature-256": `sha256=${createHmac("sha256", "secret").update(body).digest("hex")}` } })).status;
}
const stored = async (text: string) => (await asOwner("select count(*)::int as n from messages where content = $1", [text]))[0].n as number;
const conversationId = async () => (await asOwner("select id from conversations limit 1"))[0].id as string;
const atCustomer = () => [...graph.world.entries.values()].filter((entry) => entry.from === "business").map((entry) => entry.text);

test("all is well: a customer writes, an agent hears and answers, the answer arrives", async () => {
  expect(await customerWrites("hello")).toBe(200);
  await expect.poll(() => heard.join().includes("hello")).toBe(true);
  expect((await ask("POST", `${account.base}/conversations/${await conversationId()}/messages`, { content: "how can I help?" })).status).toBe(201);
  await expect.poll(atCustomer).toContain("how can I help?");
});

describe("without Redis", () => {
  beforeAll(() => redis.cut());
  afterAll(() => redis.heal());

  test("health says 503 and which part is missing", async () => {
    await expect.poll(async () => (await health()).status).toBe(503);
    expect(JSON.stringify(await (await health()).json())).toMatch(/redis/i);
  });

  test("requests work, also those whose limits are counted there", async () => {
    expect((await ask("GET", `${account.base}/conversations`)).status).toBe(200);
    expect((await ask("GET", `${account.base}/conversations?q=ana`)).status).toBe(200);
  });

  test("what a customer writes is taken, stored, heard live and answered: later, but without it", async () => {
    expect(await customerWrites("no redis here")).toBe(200);
    await expect.poll(() => stored("no redis here")).toBe(1);
    await expect.poll(() => heard.join().includes("no redis here")).toBe(true);
    expect((await ask("POST", `${account.base}/conversations/${await conversationId()}/messages`, { content: "answered without redis" })).status).toBe(201);
    await expect.poll(atCustomer).toContain("answered without redis");
  });
});

test("with Redis back everything is well again, and nothing was done twice", async () => {
  await expect.poll(async () => (await health()).status).toBe(200);
  expect(await customerWrites("redis is back")).toBe(200);
  await expect.poll(() => stored("redis is back")).toBe(1);
  expect(atCustomer().filter((text) => text === "answered without redis")).toHaveLength(1);
});

describe("without PostgreSQL", () => {
  beforeAll(() => postgres.cut());

  test("health says 503 and which part is missing", async () => {
    await expect.poll(async () => (await health()).status).toBe(503);
    expect(JSON.stringify(await (await health()).json())).toMatch(/postgres|database/i);
  });

  test.each([["GET", "/api/profile"], ["GET", "conversations"], ["POST", "labels", { name: "x" }], ["GET", "events?after=0"]] as const)("%s %s answers 503 with a sentence and when to try again", async (method, path, body?: unknown) => {
    const answer = await ask(method, path.startsWith("/") ? path : `${account.base}/${path}`, body);
    expect(answer.status).toBe(503);
    expect(answer.body).toEqual({ error: { code: "unavailable", message: expect.stringMatching(/database.*Nothing was lost.*try again/) } });
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("/metrics still tells of the process, and leaves out what is owed in the database", async () => {
    const { status, text } = await metrics();
    expect([status, text.includes("balcao_process_cpu_seconds_total"), text.includes('balcao_pool_waiting{pool="tenant"}')]).toEqual([200, true, true]);
    expect(text).not.toContain("balcao_owed{");
  });

  test("a provider is not told that its message was taken", async () => {
    expect(await customerWrites("never acknowledged")).toBe(503);
  });

  test("neither process ends, and the open screen stays signed in", async () => {
    await expect.poll(async () => (await health()).status).toBe(503);
    expect([web.child.exitCode, worker.child.exitCode]).toEqual([null, null]);
    expect(heard.join()).not.toContain("signed-out");
  });
});

test("with PostgreSQL back everything goes on by itself: requests, receiving, live events, answers", async () => {
  await postgres.heal();
  await expect.poll(async () => (await health()).status).toBe(200);
  await expect.poll(async () => (await ask("GET", `${account.base}/conversations`)).status).toBe(200);
  expect(await stored("never acknowledged")).toBe(0);
  expect(await customerWrites("postgres is back")).toBe(200);
  await expect.poll(() => heard.join().includes("postgres is back")).toBe(true);
  expect((await ask("POST", `${account.base}/conversations/${await conversationId()}/messages`, { content: "welcome back" })).status).toBe(201);
  await expect.poll(atCustomer).toContain("welcome back");
  expect(heard.join()).not.toContain("signed-out");
});

describe("starting", () => {
  test("on a port that is taken: one sentence and an end", async () => {
    const second = spawnProcess("server.ts", { PORT: new URL(url).port, BASE_URL: url, LOG_LEVEL: "fatal" });
    expect(await second.exit).toBe(1);
    expect(second.output()).toContain(`Port ${new URL(url).port} is taken: choose another with PORT.`);
  });

  test("with a role that sees past row security: one sentence and an end, for web and worker", async () => {
    const [{ name }] = await asOwner("select current_database() || '_app' as name");
    await asOwner(`alter role ${name} bypassrls`);
    try {
      const attempts = ["server.ts", "workers/index.ts"].map((program) => spawnProcess(program, { PORT: "0" }));
      for (const attempt of attempts) {
        expect(await attempt.exit).not.toBe(0);
        expect(attempt.output()).toContain("can see past row-level security");
      }
    } finally {
      await asOwner(`alter role ${name} nobypassrls`);
    }
  });

  test("without a usable configuration: every variable that is wrong, by name", async () => {
    const attempt = spawnProcess("server.ts", { SECRET_KEY: "short", DATABASE_URL: "mysql://x" });
    expect(await attempt.exit).not.toBe(0);
    expect(attempt.output()).toMatch(/DATABASE_URL[\s\S]*SECRET_KEY[\s\S]*\.env\.example/);
  });
});

test("/metrics is not for who comes through a proxy, and what is owed is told again", async () => {
  expect((await metrics({ "x-forwarded-for": "127.0.0.1" })).status).toBe(404);
  expect((await metrics()).text).toContain('balcao_owed{kind="outgoing"} 0');
});

test("a foreign Host is refused before anything reads it", async () => {
  const { request } = await import("node:http");
  const status = await new Promise((resolve) => request(`${url}/api/health`, { headers: { host: "evil.example" } }, (response) => resolve(response.resume().statusCode)).end());
  expect(status).toBe(421);
});
