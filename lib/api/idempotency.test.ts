import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { inAccount } from "#lib/db/tenant.ts";
import { asOwner } from "#tests/factories/as-owner.ts";
import { createTestAccount, type TestAccount } from "#tests/factories/create-test-account.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";
import { receiveText } from "#tests/factories/receive-text.ts";

let account: TestAccount;
let thread: string;
let key: string;

beforeAll(async () => {
  account = await createTestAccount({ agents: 1 });
  const { conversationId } = (await receiveText(account.accountId, (await makeInbox(account.accountId)).id))!;
  thread = `${account.base}/conversations/${conversationId}`;
});
beforeEach(() => {
  key = randomUUID();
});

const write = (content: string, agent = account.administrator) => agent.api("POST", `${thread}/messages`, { content }, { "idempotency-key": key });
const texts = async () => (await account.administrator.api("GET", `${thread}/messages?limit=100`)).body.items.map((message: { content: string }) => message.content);

test("a write that is repeated happens once and answers as at first", async () => {
  const first = await write("once");
  const again = await write("once");
  expect(again.status).toBe(201);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  expect((await texts()).filter((text: string) => text === "once")).toHaveLength(1);
});

test("an answer without content is repeated too", async () => {
  const read = () => account.administrator.api("PUT", `${thread}/read`, { seq: 1 }, { "idempotency-key": key });
  expect((await read()).status).toBe(204);
  expect((await read()).status).toBe(204);
});

test("with other content, or at another address, the key is refused", async () => {
  await write("first");
  expect((await write("second")).body.error.code).toBe("idempotency_mismatch");
  expect((await account.administrator.api("POST", `${account.base}/labels`, { name: "x" }, { "idempotency-key": key })).status).toBe(409);
});

test("many at once make one message; the others get it or are asked to wait", async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => write("at once")));
  expect(new Set(answers.map((answer) => answer.status))).toEqual(expect.toSatisfy((statuses: Set<number>) => [...statuses].every((status) => status === 201 || status === 409)));
  expect((await texts()).filter((text: string) => text === "at once")).toHaveLength(1);
});

test("a refused write leaves the key free", async () => {
  const label = (name: string) => account.administrator.api("POST", `${account.base}/labels`, { name }, { "idempotency-key": key });
  expect((await label("")).status).toBe(422);
  expect((await label("fine now")).status).toBe(201);
});

test("what a process that died had begun is not done a second time: its outcome is not known", async () => {
  await write("begun");
  await inAccount(account.accountId, async () => asOwner("update idempotency_keys set status = null, created_at = now() - interval '2 minutes' where key = $1", [key]));
  expect((await write("begun")).status).toBe(409);
  expect((await texts()).filter((text: string) => text === "begun")).toHaveLength(1);
});

test("the kept answer is sealed: what it shows once is not to be read in the database", async () => {
  await write("between us");
  const [row] = await asOwner("select response::text from idempotency_keys where key = $1", [key]);
  expect(row.response).not.toContain("between us");
  expect((await write("between us")).body.content).toBe("between us");
});

test("keys belong to one person: another's is another", async () => {
  await write("mine");
  expect((await write("theirs", account.agents[0])).status).toBe(201);
});

test("a key longer than 200 characters is refused", async () => {
  key = "k".repeat(201);
  expect((await write("x")).status).toBe(422);
});
