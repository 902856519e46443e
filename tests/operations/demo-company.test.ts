import { beforeAll, describe, expect, it } from "vitest";
import { actorIn } from "#lib/auth/authenticate.ts";
import type { AgentActor } from "#lib/auth/actor.ts";
import { countConversations } from "#lib/conversations/count-conversations.ts";
import { listConversations } from "#lib/conversations/list-conversations.ts";
import { conversationsQuery, conversationView, type ConversationView } from "#lib/conversations/schemas.ts";
import { systemQuery } from "#lib/db/system.ts";
import { db, inAccount } from "#lib/db/tenant.ts";
import { listMessages } from "#lib/messages/list-messages.ts";
import { messagesPage, messagesQuery, type MessageView } from "#lib/messages/schemas.ts";
import { demoAdministrator } from "#lib/operations/demo-sign-in.ts";
import { seedDemo } from "#prisma/seed/seed-demo.ts";

let marina: AgentActor;
let line: string;
const told: { conversation: ConversationView; messages: MessageView[] }[] = [];

beforeAll(async () => {
  line = await seedDemo();
  const [user] = await systemQuery<{ id: string; name: string }>("select id, name from users where email = $1", [demoAdministrator]);
  marina = await actorIn({ userId: user!.id, name: user!.name, displayName: null }, 1);
  await inAccount(1, async () => {
    for (let after: string | undefined; ; ) {
      const page = await listConversations(marina, conversationsQuery.parse({ tab: "all", limit: 100, ...(after && { after }) }));
      for (const item of page.items) {
        const { items } = messagesPage.parse(await listMessages(marina, item.id, messagesQuery.parse({ limit: 100 })));
        told.push({ conversation: conversationView.parse(item), messages: items });
      }
      if (!page.next) break;
      after = page.next;
    }
  });
}, 120_000);

describe("the demo company", () => {
  it("is there once, however often it is asked for", async () => {
    expect(line).toMatch(/^demo company “Casa Alegria”: 8 agents, \d+ conversations$/);
    expect(await seedDemo()).toBe("");
    expect(told.length).toBeGreaterThan(280);
  });

  it("reads as the product itself would have written it", () => {
    for (const { conversation, messages } of told) {
      expect(messages.map((message) => message.seq)).toEqual(messages.map((_message, index) => index + 1));
      expect(conversation.lastSeq).toBe(messages.length);
      const unseen = messages.filter((message) => message.type === "incoming" && message.seq > conversation.seenSeq);
      expect(conversation.unreadCount).toBe(unseen.length);
      expect(messages.every((message) => message.type === "activity" || message.content || message.attachments.length)).toBe(true);
      expect(messages.map((message) => message.sentAt.getTime())).toEqual(messages.map((message) => message.sentAt.getTime()).toSorted((a, b) => a - b));
      expect(conversation.lastActivityAt.getTime()).toBeLessThanOrEqual(Date.now());
    }
  });

  it("leaves no blank of a story unfilled", () => {
    for (const { messages } of told) for (const message of messages) expect(message.content ?? "").not.toMatch(/[{}]| \| /);
  });

  it("has a queue, a full desk and a past, on every channel, with notes and files", async () => {
    const counts = await inAccount(1, async () => countConversations(marina));
    expect(counts.mine).toBeGreaterThanOrEqual(8);
    expect(counts.pending).toBeGreaterThanOrEqual(10);
    expect(counts.pending).toBeLessThanOrEqual(25);
    expect(new Set(told.map(({ conversation }) => conversation.inboxId)).size).toBe(4);
    const messages = told.flatMap((each) => each.messages);
    expect(messages.filter((message) => message.private).length).toBeGreaterThan(30);
    expect(messages.filter((message) => message.attachments.some((file) => file.previewUrl)).length).toBeGreaterThan(15);
    expect(new Set(messages.filter((message) => message.type === "incoming").map((message) => message.content)).size).toBeGreaterThan(350);
  });

  it("gives nobody two open conversations on one channel", async () => {
    const doubles = await inAccount(1, async () => db.$queryRaw<unknown[]>`
      select contact_inbox_id from conversations where account_id = 1 and status <> 'resolved' group by 1 having count(*) > 1`);
    expect(doubles).toEqual([]);
  });
});
