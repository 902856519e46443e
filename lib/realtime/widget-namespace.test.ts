import { randomUUID } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db, inAccount } from "#lib/db/tenant.ts";
import type { InboxView } from "#lib/inboxes/schemas.ts";
import { presentConversation } from "#lib/conversations/present-conversation.ts";
import { presentMessage } from "#lib/messages/present-message.ts";
import { apiClient } from "#tests/factories/api-client.ts";
import { createTestAccount, type TestAccount } from "#tests/factories/create-test-account.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";
import { publishToVisitors, registerWidgetNamespace } from "./widget-namespace.ts";

let account: TestAccount;
let inbox: InboxView;
let server: http.Server;
let sockets: Server;
const open: Socket[] = [];

beforeAll(async () => {
  account = await createTestAccount();
  inbox = await makeInbox(account.accountId, "widget");
  server = http.createServer().listen(0, "127.0.0.1");
  sockets = new Server(server, { transports: ["websocket"] });
  registerWidgetNamespace(sockets);
});
afterAll(async () => {
  for (const socket of open) socket.disconnect();
  await sockets.close();
});

/** A visitor who wrote once, and everything their socket hears. */
async function visitor(): Promise<{ conversationId: string; heard: [string, any][]; socket: Socket }> {
  const { visitorToken } = (await apiClient()("POST", `/api/widget/${inbox.token}/session`, {})).body;
  const sent = await apiClient(visitorToken)("POST", `/api/widget/${inbox.token}/messages`, { content: "Oi", clientId: randomUUID() });
  const heard: [string, any][] = [];
  const socket = connect({ inboxToken: inbox.token, visitorToken });
  socket.onAny((name, data) => heard.push([name, data]));
  await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("connect_error", reject));
  return { conversationId: sent.body.conversationId, heard, socket };
}

function connect(auth: object): Socket {
  const socket = io(`http://127.0.0.1:${(server.address() as AddressInfo).port}/widget`, { transports: ["websocket"], auth, forceNew: true, reconnection: false });
  open.push(socket);
  return socket;
}

/** As the tail does after the message is stored. */
async function tell(conversationId: string, messageId: string): Promise<void> {
  await inAccount(account.accountId, async () => {
    const [conversation, message] = [await presentConversation(db, account.accountId, conversationId), await presentMessage(db, account.accountId, messageId)];
    const place = { inboxId: conversation.inboxId, teamId: null, assigneeId: null, status: conversation.status, archived: false };
    publishToVisitors(sockets, account.accountId, { seq: 1, name: "message.created", conversation, message, before: place, after: place });
  });
}

test("an answer is heard by its visitor alone, and a note by no visitor", async () => {
  const [one, other] = [await visitor(), await visitor()];
  const say = async (body: object) => (await account.administrator.api("POST", `${account.base}/conversations/${one.conversationId}/messages`, body)).body;
  const note = await say({ content: "Cuidado com este", private: true });
  const answer = await say({ content: "Olá" });
  await tell(one.conversationId, note.id);
  await tell(one.conversationId, answer.id);
  await expect.poll(() => one.heard.filter(([name]) => name === "message")).toHaveLength(1);
  const [, message] = one.heard.find(([name]) => name === "message")!;
  expect(message).toMatchObject({ id: answer.id, content: "Olá", senderName: "Ada Administrator", type: "outgoing" });
  expect(JSON.stringify(one.heard)).not.toMatch(/Cuidado|tests\.example/);
  expect(other.heard.filter(([name]) => name !== "online")).toEqual([]);
});

test.each([
  ["no token", {}],
  ["a token of the wrong shape", { inboxToken: "x", visitorToken: "short" }],
  ["an unknown inbox", { inboxToken: "nobody", visitorToken: "x".repeat(43) }],
  ["things that are no text", { inboxToken: { $ne: 1 }, visitorToken: ["x"] }],
])("%s is refused", async (_what, auth) => {
  const refused = await new Promise<Error>((resolve) => connect(auth).once("connect_error", resolve));
  expect(refused.message).toBe("refused");
});
