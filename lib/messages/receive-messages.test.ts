import { expect, test } from "vitest";
import type { InboundMessage } from "#lib/channels/adapter.ts";
import type { SystemActor } from "#lib/auth/actor.ts";
import { db, inAccount, transaction } from "#lib/db/tenant.ts";
import { createTestAccount } from "#tests/factories/create-test-account.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";
import { keepEarlyEvent } from "./apply-early-events.ts";
import { receiveMessage } from "./receive-message.ts";
import { receiveMessages } from "./receive-messages.ts";

/** What an inbox holds, without what differs by chance. */
async function contentOf(accountId: number, inboxId: string) {
  const conversations = await db.conversation.findMany({ where: { accountId, inboxId }, include: { contact: { select: { name: true } } } });
  const messages = await db.message.findMany({ where: { accountId, inboxId }, orderBy: [{ conversationId: "asc" }, { seq: "asc" }] });
  const events = await db.event.findMany({ where: { accountId }, orderBy: { id: "asc" } });
  const facts = Map.groupBy(events.filter((event) => event.name.startsWith("message.")), (event) => event.conversationId);
  return conversations.map((conversation) => {
    const { status, unreadCount, nextSeq, contactSeenSeq, contact, lastMessage } = conversation;
    const thread = messages.filter((message) => message.conversationId === conversation.id);
    const { preview, seq, senderName } = lastMessage as { preview: string; seq: number; senderName: string };
    return {
      name: contact.name, status, unreadCount, nextSeq, contactSeenSeq, last: { preview, seq, senderName },
      facts: facts.get(conversation.id)!.map((event) => [event.name, thread.findIndex((message) => message.id === (event.payload as { messageId: string }).messageId)]),
      thread: thread.map((message) => [message.seq, message.type, message.content, message.externalId, message.senderName, message.extras, thread.findIndex((other) => other.id === message.replyToId)]),
    };
  }).sort((a, b) => a.name.localeCompare(b.name));
}

/** The same every run: people who write plainly, answer, send files, repeat themselves, change name or id. */
function scenario(seed: number): InboundMessage[] {
  let state = seed;
  const pick = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
  const messages: InboundMessage[] = [];
  for (let n = 0; n < 50; n++) {
    const person = pick(5);
    const kind = pick(14);
    const previous = messages.findLast((message) => message.from.externalIds.includes(`wa-${person}`));
    messages.push({
      kind: "message", externalId: kind === 0 && previous ? previous.externalId : `m-${n}`, content: `text ${n}`, sentAt: new Date(1_800_000_000_000 + n),
      from: { externalIds: kind === 1 || person === 4 ? [`user-${person}`, `wa-${person}`] : [`wa-${person}`], ...(kind > 2 && { name: `Person ${person}` }), phone: `+55119888800${person}0` },
      ...(kind === 3 && { attachments: [{ kind: "image", media: { id: "1" } }] }),
      ...(kind === 4 && previous && { replyToExternalId: previous.externalId }),
      ...(kind === 5 && { echo: true }),
      ...(kind === 6 && { extras: { forwarded: true } }),
    });
  }
  return messages;
}

test.each([7, 987_654])("many messages at once leave what one by one leaves (seed %i)", async (seed) => {
  const outcome = async (atOnce: number) => {
    const { accountId } = await createTestAccount();
    const actor: SystemActor = { kind: "system", accountId };
    const inbox = await makeInbox(accountId, "whatsapp");
    return inAccount(accountId, async () => {
      const messages = scenario(seed);
      const isNew: boolean[] = [];
      for (let at = 0; at < messages.length; at += atOnce)
        isNew.push(...await transaction(async (tx) => (atOnce > 1 ? receiveMessages(tx, actor, inbox, messages.slice(at, at + atOnce)) : [(await receiveMessage(actor, inbox, messages[at]!, { within: tx })) !== null])));
      return { isNew, content: await contentOf(accountId, inbox.id) };
    });
  };
  const oneByOne = await outcome(1);
  expect(await outcome(20)).toEqual(oneByOne);
  expect(oneByOne.isNew).toContain(false);
}, 60_000);

test("what waited for a message is applied when it comes with others; a resolved conversation is reopened", async () => {
  const { accountId } = await createTestAccount();
  const actor: SystemActor = { kind: "system", accountId };
  const inbox = await makeInbox(accountId, "whatsapp");
  const from = { externalIds: ["5511988880000"], name: "Rita" };
  const message = (externalId: string): InboundMessage => ({ kind: "message", externalId, content: externalId, from, sentAt: new Date() });
  await inAccount(accountId, async () => {
    await transaction((tx) => receiveMessages(tx, actor, inbox, [message("a"), message("b")]));
    await transaction((tx) => keepEarlyEvent(tx, actor, inbox.id, "d", { kind: "edit", targetExternalId: "d", content: "edited", sentAt: new Date() }));
    await transaction((tx) => receiveMessages(tx, actor, inbox, [message("c"), message("d")]));
    expect((await db.message.findMany({ where: { accountId }, orderBy: { seq: "asc" } })).map((row) => row.content)).toEqual(["a", "b", "c", "edited"]);

    await db.conversation.updateMany({ where: { accountId }, data: { status: "resolved", resolvedAt: new Date() } });
    await transaction((tx) => receiveMessages(tx, actor, inbox, [message("e"), message("f")]));
    const [conversation] = await db.conversation.findMany({ where: { accountId } });
    expect(conversation).toMatchObject({ status: "open", resolvedAt: null, unreadCount: 6 });
    expect((await db.message.findMany({ where: { accountId }, orderBy: { seq: "asc" } })).map((row) => row.content)).toEqual(["a", "b", "c", "edited", null, "e", "f"]);
  });
});
