import { beforeEach, describe, expect, test } from "vitest";
import { db, inAccount } from "#lib/db/tenant.ts";
import { openConversation } from "#lib/conversations/open-conversation.ts";
import { apiClient } from "#tests/factories/api-client.ts";
import { addTestAgent, createTestAccount, testPassword, type TestAccount } from "#tests/factories/create-test-account.ts";
import { makeContact } from "#tests/factories/make-contact.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";

const anyone = apiClient();
let account: TestAccount;
beforeEach(async () => {
  account = await createTestAccount({ agents: 1 });
});

async function invite(email: string, role = "agent") {
  const answer = await account.administrator.api("POST", `${account.base}/invitations`, { email, role });
  expect(answer.status).toBe(201);
  return { ...answer.body, path: new URL(answer.body.link).pathname.replace("/invite/", "/api/invitations/") };
}

describe("agents", () => {
  test("are listed for everyone; the role is the administrators' to give", async () => {
    const [agent] = account.agents;
    expect((await agent!.api("GET", `${account.base}/agents`)).body.items.map((each: { name: string }) => each.name)).toEqual(["Ada Administrator", "Agent 1"]);
    expect((await agent!.api("PATCH", `${account.base}/agents/${agent!.userId}`, { role: "administrator" })).status).toBe(403);
    expect((await account.administrator.api("PATCH", `${account.base}/agents/${agent!.userId}`, { role: "administrator" })).body.role).toBe("administrator");
  });

  test("the last administrator stays one, also when two let each other go at once", async () => {
    const { administrator } = account;
    expect((await administrator.api("PATCH", `${account.base}/agents/${administrator.userId}`, { role: "agent" })).status).toBe(409);
    expect((await administrator.api("DELETE", `${account.base}/agents/${administrator.userId}`)).status).toBe(409);
    const second = await addTestAgent(account.accountId, { role: "administrator" });
    const answers = await Promise.all([
      administrator.api("PATCH", `${account.base}/agents/${second.userId}`, { role: "agent" }),
      second.api("PATCH", `${account.base}/agents/${administrator.userId}`, { role: "agent" }),
    ]);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  });

  test("who is taken out is out at once, and their conversations go back to the queue", async () => {
    const { accountId } = account;
    const agent = account.agents[0]!;
    const inbox = await makeInbox(accountId, "api");
    const contact = await makeContact(accountId, { inboxId: inbox.id, sourceId: "42" });
    const conversation = await inAccount(accountId, async () => {
      const identity = await db.contactInbox.findFirstOrThrow({ where: { accountId, contactId: contact.id } });
      return db.$transaction((tx) => openConversation(tx, { kind: "system", accountId }, { inboxId: inbox.id, contactId: contact.id, contactInboxId: identity.id, assigneeId: agent.userId }));
    });
    expect((await account.administrator.api("DELETE", `${account.base}/agents/${agent.userId}`)).status).toBe(204);
    expect((await agent.api("GET", `${account.base}/agents`)).status).toBe(404);
    await inAccount(accountId, async () => {
      expect(await db.conversation.findFirstOrThrow({ where: { accountId, id: conversation.id } })).toMatchObject({ assigneeId: null });
      const event = await db.event.findFirstOrThrow({ where: { accountId, name: "conversation.updated" } });
      expect(event.payload).toMatchObject({ conversationId: conversation.id, before: { assigneeId: agent.userId }, after: { assigneeId: null } });
    });
    expect((await account.administrator.api("DELETE", `${account.base}/agents/${agent.userId}`)).status).toBe(404);
  });
});

describe("an invitation", () => {
  test("lets a new person in with name and password, once", async () => {
    const invitation = await invite("Nova@tests.example", "administrator");
    expect((await anyone("GET", invitation.path)).body).toMatchObject({ email: "Nova@tests.example", role: "administrator", hasUser: false });
    expect((await anyone("POST", invitation.path, { password: testPassword })).body.error.details[0].path).toBe("name");
    expect((await anyone("POST", invitation.path, { name: "Nova", password: "short" })).body.error.details[0].path).toBe("password");
    const answers = await Promise.all([1, 2, 3].map(() => anyone("POST", invitation.path, { name: "Nova", password: testPassword })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect((await anyone("GET", invitation.path)).status).toBe(410);
    const agents = (await account.administrator.api("GET", `${account.base}/agents`)).body.items;
    expect(agents.filter((each: { email: string }) => each.email === "Nova@tests.example")).toMatchObject([{ role: "administrator", name: "Nova" }]);
  });

  test("asks someone known for the password they have, and changes nothing of theirs", async () => {
    const other = await createTestAccount();
    const invitation = await invite(other.administrator.email);
    expect((await anyone("GET", invitation.path)).body.hasUser).toBe(true);
    expect((await anyone("POST", invitation.path, { password: "a-wrong-password" })).status).toBe(401);
    expect((await anyone("POST", invitation.path, { password: testPassword })).body).toEqual({ accountId: account.accountId, email: other.administrator.email });
    expect((await other.administrator.api("GET", "/api/profile")).body.accounts).toHaveLength(2);
  });

  test("is for who is not in yet; a second one ends the first; taken back it opens nothing", async () => {
    expect((await account.administrator.api("POST", `${account.base}/invitations`, { email: account.agents[0]!.email })).status).toBe(409);
    const first = await invite("later@tests.example");
    const second = await invite("later@tests.example");
    expect((await anyone("GET", first.path)).status).toBe(404);
    const listed = (await account.administrator.api("GET", `${account.base}/invitations`)).body.items;
    expect(listed).toMatchObject([{ id: second.id, email: "later@tests.example", invitedBy: "Ada Administrator" }]);
    expect(listed[0].link).toBeUndefined();
    await account.administrator.api("DELETE", `${account.base}/invitations/${second.id}`);
    expect((await anyone("GET", second.path)).status).toBe(404);
    expect((await account.agents[0]!.api("GET", `${account.base}/invitations`)).status).toBe(403);
  });
});
