import { createHmac } from "node:crypto";
import type { AgentActor } from "#lib/auth/actor.ts";
import { acceptAtDoor } from "#lib/channels/accept.ts";
import { deliverMessages } from "#lib/channels/deliver.ts";
import { receiveInbound } from "#lib/channels/receive.ts";
import { updateContact } from "#lib/contacts/update-contact.ts";
import { assignConversation, setConversationTeam, startConversation } from "#lib/conversations/assign-conversation.ts";
import { getConversation } from "#lib/conversations/change-conversation.ts";
import { countConversations } from "#lib/conversations/count-conversations.ts";
import { createConversation } from "#lib/conversations/create-conversation.ts";
import { listConversations } from "#lib/conversations/list-conversations.ts";
import { markConversationRead } from "#lib/conversations/mark-conversation-read.ts";
import { reopenConversation, resolveConversation } from "#lib/conversations/resolve-conversation.ts";
import { conversationsQuery } from "#lib/conversations/schemas.ts";
import { setConversationLabels } from "#lib/conversations/set-conversation-labels.ts";
import { db, inAccount, transaction } from "#lib/db/tenant.ts";
import { AppError } from "#lib/errors.ts";
import { applyChange, type MessageChange } from "#lib/messages/apply-change.ts";
import { listMessages } from "#lib/messages/list-messages.ts";
import { reactToMessage } from "#lib/messages/react-to-message.ts";
import { retryMessage } from "#lib/messages/retry-message.ts";
import { messageInput, messagesQuery } from "#lib/messages/schemas.ts";
import { sendMessage } from "#lib/messages/send-message.ts";
import { createTestAccount, type TestAccount } from "#tests/factories/create-test-account.ts";
import { makeContact } from "#tests/factories/make-contact.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";
import { receiveText } from "#tests/factories/receive-text.ts";

/** A company with teams, open and closed inboxes and people of every kind, on which random things are done. */
export type Stage = {
  account: TestAccount; /** Of WhatsApp. */ door: { id: string; token: string }; people: AgentActor[]; inboxIds: string[]; teamIds: string[]; labelIds: string[]; contactIds: string[];
  conversationIds: Set<string>; messages: Map<string, { conversationId: string; inboxId: string; externalId: string }>;
};

export async function setStage(options: { config?: Record<string, unknown> } = {}): Promise<Stage> {
  const account = await createTestAccount({ agents: 4 });
  const { accountId, base, administrator: { api }, agents } = account;
  const mark = `of ${accountId}`;
  const open = await makeInbox(accountId, "api", { name: `${mark} open`, ...options });
  const closed = await makeInbox(accountId, "api", { name: `${mark} closed`, restricted: true, memberIds: [agents[0]!.userId, agents[1]!.userId], ...options });
  const door = await makeInbox(accountId, "whatsapp", { name: `${mark} phone` });
  const teamIds: string[] = [];
  for (const members of [[0, 2], [1, 2]]) teamIds.push((await api("POST", `${base}/teams`, { name: `${mark} team ${members.join()}`, memberIds: members.map((n) => agents[n]!.userId) })).body.id);
  const labelIds: string[] = [];
  for (const name of ["urgent", "vip", "later"]) labelIds.push((await api("POST", `${base}/labels`, { name: `${mark} ${name}` })).body.id);
  const contactIds: string[] = [];
  for (let n = 0; n < 4; n++) contactIds.push((await makeContact(accountId, { name: `${mark} contact ${n}` })).id);
  const people = await Promise.all([account.administrator, ...agents].map((agent) => agent.actor()));
  return { account, door, people, inboxIds: [open.id, closed.id], teamIds, labelIds, contactIds, conversationIds: new Set(), messages: new Map() };
}

type Act = (stage: Stage, random: () => number) => Promise<unknown>;
const oneOf = <T>(items: readonly T[], random: () => number): T => items[Math.floor(random() * items.length)]!;
const someone = oneOf;
const aConversation = (stage: Stage, random: () => number) => oneOf([...stage.conversationIds], random) ?? stage.contactIds[0]!;
const aMessage = (stage: Stage, random: () => number) => oneOf([...stage.messages], random);
let counter = 0;

const acts: Record<string, [weight: number, act: Act]> = {
  receive: [24, async (stage, random) => {
    const { accountId } = stage.account;
    const known = random() < 0.1 ? aMessage(stage, random) : undefined;
    const repeated = known?.[1].inboxId ? known : undefined;
    const inboxId = repeated?.[1].inboxId ?? oneOf(stage.inboxIds, random);
    const externalId = repeated?.[1].externalId ?? `ext ${accountId} ${++counter}`;
    const from = `customer ${Math.floor(random() * 40)}`;
    const received = await receiveText(accountId, inboxId, { from, name: `of ${accountId} ${from}`, externalId, content: `of ${accountId}: message ${counter}`, echo: random() < 0.05 });
    if (received) {
      stage.conversationIds.add(received.conversationId);
      stage.messages.set(received.messageId, { conversationId: received.conversationId, inboxId, externalId });
    }
  }],
  webhooks: [10, async (stage, random) => {
    const { accountId } = stage.account;
    for (let n = 0; n < 1 + random() * 4; n++) {
      const waId = `55119${String(accountId).padStart(4, "0")}${String(Math.floor(random() * 12)).padStart(4, "0")}`;
      const messages = Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({ from: waId, id: `wamid ${accountId} ${random() < 0.1 ? Math.floor(counter / 2) : ++counter}`, timestamp: String(Math.floor(Date.now() / 1000)), type: "text", text: { body: `of ${accountId}: by phone` } }));
      const body = Buffer.from(JSON.stringify({ object: "whatsapp_business_account", entry: [{ id: "1", changes: [{ field: "messages", value: { messaging_product: "whatsapp", metadata: { phone_number_id: "106540352242922" }, contacts: [{ profile: { name: `of ${accountId} ${waId}` }, wa_id: waId }], messages } }] }] }));
      const signature = `sha256=${createHmac("sha256", "an-app-secret").update(body).digest("hex")}`;
      await acceptAtDoor("whatsapp", stage.door.token, { method: "POST", headers: { "x-hub-signature-256": signature }, query: new URLSearchParams(), rawBody: body });
    }
    await receiveInbound({ accountId, inboxId: stage.door.id });
    for (const row of await db.conversation.findMany({ where: { accountId, inboxId: stage.door.id }, select: { id: true }, orderBy: { displayId: "desc" }, take: 3 })) stage.conversationIds.add(row.id);
  }],
  answer: [16, async (stage, random) => {
    const sent = await sendMessage(someone(stage.people, random), aConversation(stage, random), messageInput.parse({
      content: `of ${stage.account.accountId}: answer ${++counter}`, clientId: `client ${random() < 0.2 ? Math.floor(counter / 2) : counter}`, ...(random() < 0.2 && { replyToId: aMessage(stage, random)?.[0] }),
    }));
    stage.messages.set(sent.id, { conversationId: sent.conversationId, inboxId: "", externalId: sent.id });
    return sent;
  }],
  note: [5, (stage, random) => sendMessage(someone(stage.people, random), aConversation(stage, random), messageInput.parse({ content: `of ${stage.account.accountId}: note`, private: true }))],
  assign: [7, (stage, random) => assignConversation(someone(stage.people, random), aConversation(stage, random), random() < 0.3 ? null : someone(stage.people, random).userId)],
  start: [6, (stage, random) => startConversation(someone(stage.people, random), aConversation(stage, random), random() < 0.7 ? { teamId: oneOf(stage.teamIds, random) } : {})],
  team: [6, (stage, random) => setConversationTeam(someone(stage.people, random), aConversation(stage, random), random() < 0.3 ? null : oneOf(stage.teamIds, random))],
  resolve: [7, (stage, random) => resolveConversation(someone(stage.people, random), aConversation(stage, random))],
  reopen: [3, (stage, random) => reopenConversation(someone(stage.people, random), aConversation(stage, random))],
  labels: [4, (stage, random) => setConversationLabels(someone(stage.people, random), aConversation(stage, random), stage.labelIds.filter(() => random() < 0.5))],
  read: [8, (stage, random) => markConversationRead(someone(stage.people, random), aConversation(stage, random), Math.floor(random() * 30))],
  open: [3, async (stage, random) => {
    const made = await createConversation(someone(stage.people, random), { inboxId: oneOf(stage.inboxIds, random), contactId: oneOf(stage.contactIds, random), ...(random() < 0.5 && { content: `of ${stage.account.accountId}: hello` }), teamId: random() < 0.3 ? oneOf(stage.teamIds, random) : null });
    stage.conversationIds.add(made.id);
    return made;
  }],
  react: [3, async (stage, random) => reactToMessage(someone(stage.people, random), aMessage(stage, random)?.[0] ?? stage.contactIds[0]!, random() < 0.3 ? "" : "👍")],
  change: [8, async (stage, random) => {
    const target = aMessage(stage, random)?.[1];
    if (!target?.inboxId) return;
    const { accountId } = stage.account;
    const at = { sentAt: new Date() };
    const change = oneOf<MessageChange>([
      { kind: "edit", targetExternalId: target.externalId, content: `of ${accountId}: edited`, ...at }, { kind: "revoke", targetExternalId: target.externalId, ...at },
      { kind: "reaction", targetExternalId: target.externalId, emoji: random() < 0.3 ? "" : "❤️", from: { externalIds: ["customer 1"], name: `of ${accountId} customer 1` }, ...at },
    ], random);
    await transaction(async (tx) => applyChange(tx, { kind: "system", accountId }, target.inboxId, change));
  }],
  deliver: [6, (stage, random) => deliverMessages({ accountId: stage.account.accountId, conversationId: aConversation(stage, random) })],
  retry: [1, async (stage, random) => retryMessage(someone(stage.people, random), aMessage(stage, random)?.[0] ?? stage.contactIds[0]!)],
  rename: [2, (stage, random) => updateContact(stage.people[0]!, oneOf(stage.contactIds, random), { name: `of ${stage.account.accountId} renamed ${++counter}` })],
  list: [3, (stage, random) => listConversations(someone(stage.people, random), conversationsQuery.parse({ tab: oneOf(["mine", "in-service", "pending", "all"], random), ...(random() < 0.5 && { q: "customer" }) }))],
  thread: [3, (stage, random) => listMessages(someone(stage.people, random), aConversation(stage, random), messagesQuery.parse({}))],
  look: [2, (stage, random) => getConversation(someone(stage.people, random), aConversation(stage, random))],
  count: [2, (stage, random) => countConversations(someone(stage.people, random))],
};
const bag = Object.entries(acts).flatMap(([name, [weight]]) => Array<string>(weight).fill(name));

/** Does one thing, as anyone of the account. What the house refuses with a sentence is an answer too; anything else is thrown. */
export async function actAtRandom(stage: Stage, random: () => number, only: readonly string[] = bag): Promise<{ name: string; result: unknown; refused: boolean }> {
  const name = oneOf(only, random);
  return inAccount(stage.account.accountId, async () => {
    try {
      return { name, result: await acts[name]![1](stage, random), refused: false };
    } catch (error) {
      if (error instanceof AppError && error.status < 500) return { name, result: undefined, refused: true };
      throw new Error(`${name} failed`, { cause: error });
    }
  });
}
