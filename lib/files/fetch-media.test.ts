import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asOwner } from "#tests/factories/as-owner.ts";
import { createTestAccount, type TestAccount } from "#tests/factories/create-test-account.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";
import { receiveText } from "#tests/factories/receive-text.ts";
import { type GraphServer, startGraphServer } from "#tests/fakes/graph-server.ts";
import { storeMedia } from "#tests/fakes/graph/people-acts.ts";
import { fetchMedia, owedMedia } from "./fetch-media.ts";

let account: TestAccount;
let graph: GraphServer;
let inboxId: string;
let messageId: string;
let attachmentId: string;

beforeAll(async () => {
  graph = await startGraphServer();
  account = await createTestAccount();
  inboxId = (await makeInbox(account.accountId, "whatsapp", { config: { phoneNumberId: "106", graphUrl: graph.url } })).id;
  const number = { phoneNumberId: "106", accessToken: "a-token", appSecret: "an-app-secret", verifyToken: "x", webhookUrl: `${graph.url}/fake/receivers/door` };
  await fetch(`${graph.url}/fake/numbers`, { method: "POST", body: JSON.stringify(number) });
});
afterAll(() => graph.close());
beforeEach(async () => {
  const media = storeMedia(graph.world, { phoneNumberId: "106", contentType: "text/plain", bytes: Buffer.from("what the customer sent") });
  ({ messageId } = (await receiveText(account.accountId, inboxId, { attachments: [{ kind: "document", filename: "nota.txt", media: { id: media.id } }] }))!);
  attachmentId = (await asOwner("select id from attachments where message_id = $1", [messageId]))[0].id;
});
afterEach(async () => {
  graph.world.failures = [];
  await asOwner("delete from attachments");
});

const tryFetching = () => fetchMedia({ accountId: account.accountId, attachmentId });
const stored = async () => (await asOwner("select state, attempts, retry_at from attachments where id = $1", [attachmentId]))[0];
const inbox = (method: string, path = "", body?: unknown) => account.administrator.api(method, `${account.base}/inboxes/${inboxId}${path}`, body);
async function fail(): Promise<void> {
  graph.world.failures.push({ on: "any", times: 1, code: 100, status: 400 });
  await tryFetching();
  expect((await stored()).state).toBe("failed");
}

describe("a customer's file that could not be fetched", () => {
  const askAgain: [string, () => Promise<unknown>][] = [
    ["the inbox's configuration is saved anew", () => inbox("PATCH", "", { channel: { accessToken: "a-token" } })],
    ["the inbox's check succeeds", () => inbox("POST", "/check")],
    ["an agent asks", () => account.administrator.api("POST", `${account.base}/messages/${messageId}/retry`)],
  ];

  test.each(askAgain)("is fetched again when %s", async (_, ask) => {
    await fail();
    const [{ n: before }] = await asOwner("select count(*)::int as n from events where name = 'message.updated'");
    await ask();
    expect(await stored()).toEqual({ state: "pending", attempts: 0, retry_at: null });
    expect((await asOwner("select count(*)::int as n from events where name = 'message.updated'"))[0].n).toBe(before + 1);
    await tryFetching();
    expect((await stored()).state).toBe("ready");
  });

  test.each(askAgain)("and is left as it is when its provider does not keep it any more, though %s", async (_, ask) => {
    await fail();
    await asOwner("update attachments set created_at = now() - interval '7 days 1 minute'");
    await ask();
    expect((await stored()).state).toBe("failed");
  });

  test("does not wait for its next try, hours away, once the token is mended", async () => {
    await inbox("PATCH", "", { channel: { accessToken: "expired" } });
    await asOwner("update attachments set attempts = 7");
    await tryFetching();
    expect(await stored()).toMatchObject({ state: "pending", attempts: 8 });
    expect(await owedMedia()).toEqual([]);
    expect((await inbox("POST", "/check")).body.ok).toBe(false);
    expect((await stored()).attempts).toBe(8);
    await inbox("PATCH", "", { channel: { accessToken: "a-token" } });
    await tryFetching();
    expect((await stored()).state).toBe("ready");
  });

  test("is not fetched twice at once: what is under way is left alone", async () => {
    await asOwner("update attachments set attempts = 1, retry_at = now() + interval '14 minutes'");
    await inbox("POST", "/check");
    expect(await stored()).toMatchObject({ state: "pending", attempts: 1 });
    expect((await account.administrator.api("POST", `${account.base}/messages/${messageId}/retry`)).status).toBe(200);
  });
});

test("asking for a message whose files are all here is a conflict; another inbox's files are not touched", async () => {
  const other = await makeInbox(account.accountId, "whatsapp", { config: { phoneNumberId: "107", graphUrl: graph.url } });
  await fail();
  await account.administrator.api("PATCH", `${account.base}/inboxes/${other.id}`, { channel: { accessToken: "new" } });
  expect((await stored()).state).toBe("failed");
  await account.administrator.api("POST", `${account.base}/messages/${messageId}/retry`);
  await tryFetching();
  expect((await account.administrator.api("POST", `${account.base}/messages/${messageId}/retry`)).status).toBe(409);
});
