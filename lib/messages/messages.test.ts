import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inAccount, transaction } from "#lib/db/tenant.ts";
import { asOwner } from "#tests/factories/as-owner.ts";
import { createTestAccount, type TestAccount } from "#tests/factories/create-test-account.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";
import { receiveText } from "#tests/factories/receive-text.ts";
import { applyChange } from "./apply-change.ts";
import { keepEarlyEvent } from "./apply-early-events.ts";

let account: TestAccount;
let inboxId: string;
let whatsappId: string;
let thread: string;
let conversationId: string;
let firstId: string;
const system = () => ({ kind: "system", accountId: account.accountId }) as const;

beforeAll(async () => {
  account = await createTestAccount({ agents: 2 });
  inboxId = (await makeInbox(account.accountId, "api")).id;
  whatsappId = (await makeInbox(account.accountId, "whatsapp")).id;
});
beforeEach(async () => {
  ({ conversationId, messageId: firstId } = (await receiveText(account.accountId, inboxId, { content: "first" }))!);
  thread = `${account.base}/conversations/${conversationId}`;
});

const api = (method: string, path: string, body?: unknown) => account.administrator.api(method, path, body);
const conversation = async () => (await api("GET", thread)).body;
const write = async (body: object) => (await api("POST", `${thread}/messages`, body)).body;

describe("sending", () => {
  test("the same client id twice, or many times at once, is one message", async () => {
    const clientId = randomUUID();
    const sent = await Promise.all(Array.from({ length: 6 }, () => write({ content: "once", clientId })));
    expect(new Set(sent.map((message) => message.id)).size).toBe(1);
    expect((await conversation()).lastSeq).toBe(2);
  });

  test("a note stays inside: nothing to deliver, no tick, and the queue's order stays", async () => {
    const before = await conversation();
    expect(await write({ content: "between us", private: true })).toMatchObject({ private: true, status: null, sender: { kind: "agent", name: "Ada Administrator" } });
    expect((await conversation()).lastActivityAt).toBe(before.lastActivityAt);
  });

  test("who answers has seen what came before", async () => {
    expect((await conversation()).unreadCount).toBe(1);
    await write({ content: "answer" });
    expect(await conversation()).toMatchObject({ unreadCount: 0, seenSeq: 2 });
  });

  test("a reply shows what it replies to, and can only reply within its conversation", async () => {
    const elsewhere = (await receiveText(account.accountId, inboxId))!.messageId;
    expect((await write({ content: "to you", replyToId: firstId })).replyTo).toMatchObject({ id: firstId, content: "first", senderName: "Carla Cliente" });
    expect((await api("POST", `${thread}/messages`, { content: "x", replyToId: elsewhere })).status).toBe(404);
  });

  test("a note can be quoted by notes, and never to the customer", async () => {
    const note = await write({ content: "he always pays late", private: true });
    expect((await api("POST", `${thread}/messages`, { content: "as I said", replyToId: note.id })).status).toBe(404);
    expect((await conversation()).lastSeq).toBe(2);
    expect((await write({ content: "indeed", private: true, replyToId: note.id })).replyTo).toMatchObject({ id: note.id, content: "he always pays late" });
  });

  test("neither empty, nor longer than the channel takes", async () => {
    expect((await api("POST", `${thread}/messages`, { content: "  " })).status).toBe(422);
    const { conversationId: onWhatsapp } = (await receiveText(account.accountId, whatsappId))!;
    const long = await api("POST", `${account.base}/conversations/${onWhatsapp}/messages`, { content: "x".repeat(4097) });
    expect([long.status, long.body.error.details]).toEqual([422, [{ path: "content", message: "too_long_for_channel" }]]);
    expect((await api("POST", `${account.base}/conversations/${onWhatsapp}/messages`, { content: "x".repeat(4097), private: true })).status).toBe(201);
  });

  test("an emoji where the card's preview ends is no reason to fail", async () => {
    await write({ content: `${"x".repeat(139)}🥖🥖` });
    expect((await conversation()).lastMessage.preview).toBe("x".repeat(139));
  });
});

describe("receiving", () => {
  test("the same external id twice, or many times at once, is one message", async () => {
    const externalId = randomUUID();
    const received = await Promise.allSettled(Array.from({ length: 6 }, () => receiveText(account.accountId, inboxId, { externalId, from: "someone" })));
    expect(received.filter((each) => each.status === "fulfilled" && each.value !== null)).toHaveLength(1);
    expect((await asOwner("select count(*)::int as n from messages where external_id = $1", [externalId]))[0].n).toBe(1);
  });

  test("two first messages of one person at once open one conversation", async () => {
    const from = randomUUID();
    const received = await Promise.all(Array.from({ length: 5 }, (_, n) => receiveText(account.accountId, inboxId, { from, content: `first ${n}` })));
    expect(new Set(received.map((each) => each!.conversationId)).size).toBe(1);
    expect(received.map((each) => each!.seq).toSorted()).toEqual([1, 2, 3, 4, 5]);
  });

  test("writing again reopens what was resolved, with who had it", async () => {
    const from = randomUUID();
    const { conversationId: id } = (await receiveText(account.accountId, inboxId, { from }))!;
    await api("PUT", `${account.base}/conversations/${id}/assignee`, { assigneeId: account.agents[0]!.userId });
    await api("POST", `${account.base}/conversations/${id}/resolution`);
    expect((await receiveText(account.accountId, inboxId, { from }))!.conversationId).toBe(id);
    expect((await api("GET", `${account.base}/conversations/${id}`)).body).toMatchObject({ status: "open", resolvedAt: null, assigneeId: account.agents[0]!.userId });
  });

  test("what the person wrote elsewhere on our side is ours, counts as no unread and opens nothing again", async () => {
    const from = randomUUID();
    const { conversationId: id } = (await receiveText(account.accountId, inboxId, { from }))!;
    await api("POST", `${account.base}/conversations/${id}/resolution`);
    await receiveText(account.accountId, inboxId, { from, echo: true, content: "from the phone" });
    expect((await api("GET", `${account.base}/conversations/${id}`)).body).toMatchObject({ status: "resolved", unreadCount: 1, lastMessage: { preview: "from the phone", type: "outgoing", status: "sent" } });
  });
});

describe("statuses", () => {
  const sent = async () => {
    const { id } = await write({ content: "on its way" });
    await asOwner("update messages set status = 'sent', external_id = $2 where id = $1", [id, `wamid ${id}`]);
    return id as string;
  };
  const tell = (id: string, status: "sent" | "delivered" | "read" | "failed") => inAccount(account.accountId, async () =>
    transaction(async (tx) => applyChange(tx, system(), inboxId, { kind: "status", externalId: `wamid ${id}`, status, sentAt: new Date(), ...(status === "failed" && { error: { code: "1", message: "no" } }) })));
  const statusOf = async (id: string) => (await asOwner("select status from messages where id = $1", [id]))[0].status as string;

  test.each([
    [["sent", "delivered", "read"], "read"], [["read", "delivered", "sent"], "read"], [["delivered", "sent"], "delivered"], [["failed", "sent"], "failed"], [["failed", "delivered"], "delivered"],
    [["delivered", "failed"], "delivered"], [["read", "failed", "read"], "read"], [["delivered", "delivered"], "delivered"],
  ] as const)("%j ends as %s: only forward, whatever order the news comes in", async (told, end) => {
    const id = await sent();
    for (const status of told) await tell(id, status);
    expect(await statusOf(id)).toBe(end);
    expect((await conversation()).lastMessage.status).toBe(end);
  });

  test("an outcome that nobody knew is settled by the provider's own word, by our id", async () => {
    const { id } = await write({ content: "lost on the way" });
    await asOwner("update messages set status = 'unknown', external_id = null where id = $1", [id]);
    await inAccount(account.accountId, async () => transaction(async (tx) => applyChange(tx, system(), inboxId, { kind: "status", externalId: "wamid late", messageId: id, status: "delivered", sentAt: new Date() })));
    expect(await asOwner("select status, external_id from messages where id = $1", [id])).toEqual([{ status: "delivered", external_id: "wamid late" }]);
  });

  test("one that comes before its message waits for it", async () => {
    await inAccount(account.accountId, async () => transaction(async (tx) => {
      await keepEarlyEvent(tx, system(), inboxId, "early", { kind: "reaction", targetExternalId: "early", emoji: "👍", from: { externalIds: ["fast"] }, sentAt: new Date() });
      await keepEarlyEvent(tx, system(), inboxId, "early", { kind: "edit", targetExternalId: "early", content: "as edited", sentAt: new Date() });
    }));
    const { messageId } = (await receiveText(account.accountId, inboxId, { from: "fast", externalId: "early", content: "as written" }))!;
    expect(await asOwner("select content, reactions from messages where id = $1", [messageId])).toMatchObject([{ content: "as edited", reactions: [{ emoji: "👍", by: "contact" }] }]);
    expect(await asOwner("select 1 from early_events")).toEqual([]);
  });

  test("retrying is for what failed: once, however often it is asked", async () => {
    const id = await sent();
    expect((await api("POST", `${account.base}/messages/${id}/retry`)).status).toBe(409);
    await tell(id, "failed");
    const answers = await Promise.all(Array.from({ length: 4 }, () => api("POST", `${account.base}/messages/${id}/retry`)));
    expect(answers.map((answer) => [answer.status, answer.body.status])).toEqual(Array(4).fill([200, "queued"]));
  });
});

describe("reading", () => {
  test("a page knows what comes before and after it, and every message is on one", async () => {
    for (let n = 2; n <= 25; n++) await write({ content: `m${n}` });
    const page = async (query: string) => (await api("GET", `${thread}/messages?${query}`)).body;
    const seqs = (body: { items: { seq: number }[] }) => body.items.map((message) => message.seq);
    const newest = await page("limit=10");
    expect([seqs(newest)[0], seqs(newest).at(-1), newest.next, newest.newer]).toEqual([16, 25, 16, null]);
    const older = await page(`limit=10&before=${newest.next}`);
    const oldest = await page(`limit=10&before=${older.next}`);
    expect([...seqs(oldest), ...seqs(older), ...seqs(newest)]).toEqual(Array.from({ length: 25 }, (_, n) => n + 1));
    expect(oldest.next).toBeNull();
    const around = await page("limit=10&around=12");
    expect(seqs(around)).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
    expect([around.next, around.newer]).toEqual([8, 17]);
    expect(seqs(await page("limit=10&after=20"))).toEqual([21, 22, 23, 24, 25]);
  });

  test("read marks go forward, and the unread count is what came after", async () => {
    const from = randomUUID();
    const { conversationId: id } = (await receiveText(account.accountId, inboxId, { from }))!;
    for (let n = 0; n < 4; n++) await receiveText(account.accountId, inboxId, { from });
    const unread = async (seq: number) => {
      await api("PUT", `${account.base}/conversations/${id}/read`, { seq });
      return (await api("GET", `${account.base}/conversations/${id}`)).body;
    };
    expect(await unread(2)).toMatchObject({ unreadCount: 3, seenSeq: 2 });
    expect(await unread(1)).toMatchObject({ unreadCount: 3, seenSeq: 2 });
    expect(await unread(9_000_000_000)).toMatchObject({ unreadCount: 0, seenSeq: 5 });
  });
});
