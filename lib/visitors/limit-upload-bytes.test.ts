import { beforeAll, beforeEach, expect, test } from "vitest";
import { randomToken } from "#lib/auth/secrets.ts";
import { redis } from "#lib/redis.ts";
import { asOwner } from "#tests/factories/as-owner.ts";
import { createTestAccount } from "#tests/factories/create-test-account.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";
import { type RouterClient, routerClient } from "#tests/factories/router-client.ts";

let call: RouterClient;
let accountId: number;
let inbox: { token: string };
beforeAll(async () => {
  call = await routerClient();
  ({ accountId } = await createTestAccount());
  inbox = await makeInbox(accountId, "widget");
});
beforeEach(() => redis.flushall());

/** `announced`: the Content-Length; a small file, whatever it says. */
async function upload(visitor: string, announced: number | null, token = inbox.token) {
  const body = new FormData();
  body.append("file", new Blob(["text"]), "a.txt");
  const encoded = new Response(body);
  const headers = { "content-type": encoded.headers.get("content-type")!, ...(announced !== null && { "content-length": String(announced) }) };
  return call("POST", `/api/widget/${token}/uploads`, { token: visitor, body: new Uint8Array(await encoded.arrayBuffer()), headers });
}
const stored = async () => (await asOwner("select count(*)::int as n from attachments"))[0].n as number;

test("one visitor may send so many bytes an hour, and is then told when to try again; nothing of it is kept", async () => {
  const visitor = randomToken();
  for (let n = 0; n < 10; n++) expect((await upload(visitor, 10_000_000)).status).toBe(201);
  const before = await stored();
  const refused = await upload(visitor, 100);
  expect([refused.status, refused.json()]).toEqual([429, { error: { code: "rate_limited", message: expect.stringMatching(/^Too many files in an hour\. Try again in \d+ seconds\.$/) } }]);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(3000);
  expect(await stored()).toBe(before);
  expect((await upload(randomToken(), 100)).status).toBe(201);
});

test("what announces no size, or a lie, counts as the largest file", async () => {
  for (const announced of [null, 5_000_000_000, -1]) {
    const visitor = randomToken();
    const answers = [];
    for (let n = 0; n < 11; n++) answers.push((await upload(visitor, announced)).status);
    expect(answers).toEqual([...Array(10).fill(201), 429]);
  }
});

test("all visitors of an inbox together have a budget too, another inbox its own", async () => {
  const other = await makeInbox(accountId, "widget");
  // Twenty visitors with ten of the largest files each.
  for (let n = 0; n < 20; n++) {
    const visitor = randomToken();
    for (let file = 0; file < 10; file++) expect((await upload(visitor, 10_000_000)).status).toBe(201);
  }
  expect((await upload(randomToken(), 100)).status).toBe(429);
  expect((await upload(randomToken(), 100, other.token)).status).toBe(201);
});
