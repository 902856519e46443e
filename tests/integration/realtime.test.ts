import { randomUUID } from "node:crypto";
import { io } from "socket.io-client";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sessionCookieHeader } from "#lib/auth/session-cookie.ts";
import { openSession, revokeOtherSessions } from "#lib/auth/sessions.ts";
import { systemQuery } from "#lib/db/system.ts";
import { inAccount, transaction } from "#lib/db/tenant.ts";
import { recordAll } from "#lib/events/record.ts";
import { addTestAgent, createTestAccount, type TestAccount, type TestAgent } from "#tests/factories/create-test-account.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";
import { type Listener, openHouse, type OpenHouse } from "#tests/factories/open-house.ts";
import { receiveText } from "#tests/factories/receive-text.ts";

let house: OpenHouse;
let account: TestAccount;
let sales: TestAgent;
let support: TestAgent;
let salesTeam: string;
let supportTeam: string;
let openInbox: string;
let closedInbox: string;

beforeAll(async () => {
  house = await openHouse();
  account = await createTestAccount({ agents: 2 });
  [sales, support] = account.agents as [TestAgent, TestAgent];
  const { api } = account.administrator;
  salesTeam = (await api("POST", `${account.base}/teams`, { name: "Sales", memberIds: [sales.userId] })).body.id;
  supportTeam = (await api("POST", `${account.base}/teams`, { name: "Support", memberIds: [support.userId] })).body.id;
  openInbox = (await makeInbox(account.accountId, "api")).id;
  closedInbox = (await makeInbox(account.accountId, "api", { name: "closed", restricted: true, memberIds: [support.userId] })).id;
});
afterAll(() => house.close());

const listen = (agent: TestAgent, accountId = account.accountId) => house.listen(accountId, { token: agent.token });
const conversationOf = async (teamId: string | null, inboxId = openInbox) => {
  const { conversationId } = (await receiveText(account.accountId, inboxId, { content: "first" }))!;
  if (teamId) await account.administrator.api("PUT", `${account.base}/conversations/${conversationId}/team`, { teamId });
  return conversationId;
};
const write = (conversationId: string, content: string, agent = account.administrator) => agent.api("POST", `${account.base}/conversations/${conversationId}/messages`, { content, private: true });
const hears = (listener: Listener, text: string) => expect.poll(() => listener.said().includes(text)).toBe(true);

describe("who hears", () => {
  let ears: { administrator: Listener; sales: Listener; support: Listener };
  beforeEach(async () => {
    ears = { administrator: await listen(account.administrator), sales: await listen(sales), support: await listen(support) };
    return () => Object.values(ears).forEach((listener) => listener.close());
  });
  /** All have heard everything up to now when all have heard something that everyone may hear. */
  const allHaveHeard = async () => {
    const mark = `mark ${randomUUID()}`;
    await write(await conversationOf(null), mark);
    await Promise.all(Object.values(ears).map((listener) => hears(listener, mark)));
  };

  test("a conversation without a team is heard by everyone", async () => {
    await allHaveHeard();
  });

  test("a team's conversation is heard by the team, and by those who see everything", async () => {
    const conversationId = await conversationOf(salesTeam);
    await allHaveHeard();
    await write(conversationId, "for sales only");
    await allHaveHeard();
    expect(ears.sales.said()).toContain("for sales only");
    expect(ears.administrator.said()).toContain("for sales only");
    expect(ears.support.said()).not.toContain("for sales only");
  });

  test("a closed inbox is heard by its members", async () => {
    const conversationId = await conversationOf(null, closedInbox);
    await write(conversationId, "behind the door");
    await allHaveHeard();
    expect(ears.support.said()).toContain("behind the door");
    expect(ears.sales.said()).not.toContain(conversationId);
  });

  test("the assignee hears a conversation of another team, until it is somebody else's", async () => {
    const conversationId = await conversationOf(supportTeam);
    await account.administrator.api("PUT", `${account.base}/conversations/${conversationId}/assignee`, { assigneeId: sales.userId });
    await write(conversationId, "for the assignee");
    await allHaveHeard();
    expect(ears.sales.said()).toContain("for the assignee");
    await account.administrator.api("PUT", `${account.base}/conversations/${conversationId}/assignee`, { assigneeId: null });
    await write(conversationId, "not for sales");
    await allHaveHeard();
    expect(ears.sales.said()).not.toContain("not for sales");
    expect(ears.sales.events.at(-1)).toBeDefined();
    expect(ears.sales.events).toContainEqual(expect.objectContaining({ name: "conversation.hidden", conversationId }));
  });

  test("a transfer hides the conversation from one team and shows it to the other", async () => {
    const conversationId = await conversationOf(salesTeam);
    await allHaveHeard();
    ears.sales.events.length = 0;
    await account.administrator.api("PUT", `${account.base}/conversations/${conversationId}/team`, { teamId: supportTeam });
    await write(conversationId, "between us");
    await allHaveHeard();
    const about = (listener: Listener) => listener.events.filter((event) => JSON.stringify(event).includes(conversationId));
    expect(about(ears.sales)).toEqual([{ seq: expect.any(Number), name: "conversation.hidden", conversationId, before: expect.objectContaining({ teamId: salesTeam }) }]);
    expect(ears.sales.said()).not.toContain("between us");
    expect(about(ears.support).map((event) => event.name)).toContain("conversation.updated");
    expect(ears.support.said()).toContain("between us");
  });

  test("another account hears nothing at all", async () => {
    const stranger = await createTestAccount();
    const ear = await house.listen(stranger.accountId, { token: stranger.administrator.token });
    await allHaveHeard();
    const { conversationId } = (await receiveText(stranger.accountId, (await makeInbox(stranger.accountId, "api")).id, { content: "their own" }))!;
    await hears(ear, conversationId);
    expect(ear.events.every((event) => JSON.stringify(event).includes(conversationId) || event.name === "settings.changed")).toBe(true);
    expect(ears.administrator.said()).not.toContain(conversationId);
  });

  test("every event comes once and in the order of its sequence, also in a rush", async () => {
    const conversations = await Promise.all(Array.from({ length: 4 }, () => conversationOf(null)));
    ears.sales.events.length = 0;
    await Promise.all(Array.from({ length: 40 }, (_, n) => write(conversations[n % 4]!, `rush ${n}`)));
    await allHaveHeard();
    const seqs = ears.sales.events.map((event) => event.seq);
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
    expect(new Set(seqs).size).toBe(seqs.length);
    for (const id of conversations) {
      const places = ears.sales.events.flatMap((event) => (event.name === "message.created" && event.conversation.id === id ? [event.message.seq] : []));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places.length).toBeGreaterThanOrEqual(10);
    }
  });

  test("typing is told to those who see the conversation, and neither to the typist nor to others", async () => {
    const conversationId = await conversationOf(salesTeam);
    const typings: Record<string, unknown[]> = { administrator: [], sales: [], support: [] };
    for (const [who, { socket }] of Object.entries(ears)) socket.on("typing", (typing) => void typings[who]!.push(typing));
    await expect.poll(() => {
      ears.sales.socket.emit("typing", { conversationId, on: true });
      return typings.administrator!.length;
    }, { interval: 250 }).toBeGreaterThan(0);
    expect(typings.administrator![0]).toEqual({ conversationId, by: { kind: "agent", id: sales.userId, name: sales.name }, on: true });
    // Who may not see it cannot make it seem that they type there either.
    ears.support.socket.emit("typing", { conversationId, on: true });
    await allHaveHeard();
    expect(typings.sales).toEqual([]);
    expect(typings.support).toEqual([]);
    expect(JSON.stringify(typings.administrator)).not.toContain(support.userId);
  });

  test("what a socket sends may be anything: nothing breaks", async () => {
    for (const rubbish of [undefined, null, 3, "text", [], { conversationId: {} }, { conversationId: "x", on: true }, { conversationId: "a\u0000b", on: true }, { conversationId: "'; drop table messages", on: true }])
      for (const name of ["typing", "viewing", "events", "disconnecting", "error"] as const) if (name === "typing" || name === "viewing") ears.sales.socket.emit(name, rubbish as never);
    await allHaveHeard();
    expect(ears.sales.socket.connected).toBe(true);
  });

  test("who is here is known to the account", async () => {
    const online: string[][] = [];
    ears.administrator.socket.on("presence", (presence) => void online.push(presence.online));
    const newcomer = await addTestAgent(account.accountId, { name: "Nova" });
    const ear = await listen(newcomer);
    await expect.poll(() => online.at(-1)).toContain(newcomer.userId);
    ear.close();
    await expect.poll(() => online.at(-1)).not.toContain(newcomer.userId);
  });
});

describe("after an outage", () => {
  test("what was missed is asked for by sequence, as it may be seen now, and nothing is missing or double", async () => {
    const ear = await listen(support);
    const staying = await conversationOf(supportTeam);
    const leaving = await conversationOf(supportTeam);
    await write(leaving, "seen before");
    await hears(ear, "seen before");
    const last = ear.events.at(-1)!.seq;
    ear.close();
    for (let n = 0; n < 5; n++) await write(staying, `missed ${n}`);
    await account.administrator.api("PUT", `${account.base}/conversations/${leaving}/team`, { teamId: salesTeam });
    await write(leaving, "not for support");
    await expect.poll(async () => (await systemQuery("select 1 from events where account_id = $1 and seq is null", [account.accountId])).length).toBe(0);
    const { events, head, tooFar } = (await support.api("GET", `${account.base}/events?after=${last}`)).body;
    expect(tooFar).toBe(false);
    expect(events.filter((event: { name: string }) => event.name === "message.created").map((event: { message: { content: string } }) => event.message.content)).toEqual(Array.from({ length: 5 }, (_, n) => `missed ${n}`));
    expect(events.filter((event: { conversationId?: string }) => event.conversationId === leaving)).toMatchObject([{ name: "conversation.hidden" }]);
    expect(JSON.stringify(events)).not.toContain("not for support");
    expect((await support.api("GET", `${account.base}/events?after=${head}`)).body).toEqual({ events: [], head, tooFar: false });
  });

  test("who was away too long is told to read everything anew", async () => {
    const actor = { kind: "system", accountId: account.accountId } as const;
    await inAccount(account.accountId, async () => transaction(async (tx) => recordAll(tx, actor, "settings.changed", Array.from({ length: 301 }, () => ({ what: "labels" as const })))));
    await expect.poll(async () => (await account.administrator.api("GET", `${account.base}/events?after=0`)).body).toMatchObject({ tooFar: true, events: [], head: expect.any(Number) });
  });
});

describe("rights that are taken away", () => {
  /** Told so and cut off. */
  async function isCutOff(ear: Listener, take: () => Promise<unknown>): Promise<void> {
    const signedOut = new Promise((resolve) => ear.socket.on("signed-out", () => resolve("signed out")));
    const disconnected = new Promise((resolve) => ear.socket.on("disconnect", resolve));
    await take();
    expect(await signedOut).toBe("signed out");
    await disconnected;
  }

  test("a revoked session", async () => {
    const cookie = (await sessionCookieHeader(await openSession(sales.userId, { ipAddress: null, userAgent: null }))).split(";")[0]!;
    const ear = await house.listen(account.accountId, { cookie });
    await isCutOff(ear, () => revokeOtherSessions(sales.userId, null));
    await expect(house.listen(account.accountId, { cookie })).rejects.toThrow("unauthenticated");
    expect((await fetch(`${house.url}/api/profile`, { headers: { cookie } })).status).toBe(401);
  });

  test("an expired session", async () => {
    const cookie = (await sessionCookieHeader(await openSession(sales.userId, { ipAddress: null, userAgent: null }))).split(";")[0]!;
    const ear = await house.listen(account.accountId, { cookie });
    await isCutOff(ear, () => systemQuery("update sessions set expires_at = now() where user_id = $1", [sales.userId]));
  });

  test("a deleted API token", async () => {
    const agent = await addTestAgent(account.accountId);
    await isCutOff(await listen(agent), () => systemQuery("delete from api_tokens where user_id = $1", [agent.userId]));
  });

  test("someone taken out of the account", async () => {
    const agent = await addTestAgent(account.accountId);
    await isCutOff(await listen(agent), () => account.administrator.api("DELETE", `${account.base}/agents/${agent.userId}`));
    await expect(listen(agent)).rejects.toThrow("unauthenticated");
  });

  test("membership of a team and of an inbox: heard no longer, without a new connection", async () => {
    const agent = await addTestAgent(account.accountId);
    const team = (await account.administrator.api("POST", `${account.base}/teams`, { name: `T ${randomUUID()}`, memberIds: [agent.userId] })).body.id;
    const ofTeam = await conversationOf(team);
    await account.administrator.api("PATCH", `${account.base}/inboxes/${closedInbox}`, { memberIds: [support.userId, agent.userId] });
    const ofInbox = await conversationOf(null, closedInbox);
    const ear = await listen(agent);
    await write(ofTeam, "still in the team");
    await write(ofInbox, "still in the inbox");
    await hears(ear, "still in the team");
    await hears(ear, "still in the inbox");
    await account.administrator.api("PATCH", `${account.base}/teams/${team}`, { memberIds: [] });
    await account.administrator.api("PATCH", `${account.base}/inboxes/${closedInbox}`, { memberIds: [support.userId] });
    // Its own message says when the change has arrived.
    await expect.poll(() => ear.events.filter((event) => event.name === "settings.changed").length).toBeGreaterThanOrEqual(2);
    const everyones = await conversationOf(null);
    await expect.poll(async () => {
      ear.events.length = 0;
      const mark = randomUUID();
      await write(ofTeam, mark);
      await write(ofInbox, mark);
      await write(everyones, `for everyone ${mark}`);
      await hears(ear, `for everyone ${mark}`);
      return ear.events.some((event) => "message" in event && event.message.content === mark);
    }).toBe(false);
    expect(ear.socket.connected).toBe(true);
  });

  test("the administrator's role, and back", async () => {
    const agent = await addTestAgent(account.accountId, { role: "administrator" });
    const ofSales = await conversationOf(salesTeam);
    const ear = await listen(agent);
    await write(ofSales, "as administrator");
    await hears(ear, "as administrator");
    await account.administrator.api("PATCH", `${account.base}/agents/${agent.userId}`, { role: "agent" });
    const everyones = await conversationOf(null);
    await expect.poll(async () => {
      const mark = randomUUID();
      await write(ofSales, mark);
      await write(everyones, `for everyone ${mark}`);
      await hears(ear, `for everyone ${mark}`);
      return ear.events.some((event) => "message" in event && event.message.content === mark);
    }).toBe(false);
  });
});

describe("who may connect", () => {
  const refused = (options: object) => new Promise((resolve) => {
    const socket = io(house.url, { transports: ["websocket"], forceNew: true, reconnection: false, ...options });
    socket.on("connect", () => resolve("connected"));
    socket.on("connect_error", (error) => resolve(error.message));
  });

  test("nobody without a sign-in, with a wrong one, for another account, or from another site", async () => {
    const stranger = await createTestAccount();
    expect(await refused({ auth: { accountId: account.accountId } })).toBe("unauthenticated");
    expect(await refused({ auth: { accountId: account.accountId, token: "blc_wrong" } })).toBe("unauthenticated");
    expect(await refused({ auth: { accountId: account.accountId, token: stranger.administrator.token } })).toBe("unauthenticated");
    for (const accountId of [undefined, "x", -1, 1e20, {}]) expect(await refused({ auth: { accountId, token: sales.token } })).toBe("unauthenticated");
    expect(await refused({ auth: { accountId: account.accountId, token: sales.token }, extraHeaders: { origin: "https://evil.example" } })).toBe("websocket error");
    expect(await refused({ auth: { accountId: account.accountId, token: sales.token }, extraHeaders: { host: "evil.example" } })).toBe("websocket error");
  });

  test("only by WebSocket, and at no other address", async () => {
    expect(await refused({ auth: { accountId: account.accountId, token: sales.token }, transports: ["polling"] })).not.toBe("connected");
    expect(await refused({ auth: { accountId: account.accountId, token: sales.token }, path: "/elsewhere" })).toBe("websocket error");
  });
});
