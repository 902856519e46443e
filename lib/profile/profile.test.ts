import { beforeAll, describe, expect, test } from "vitest";
import { sessionCookieHeader } from "#lib/auth/session-cookie.ts";
import { openSession } from "#lib/auth/sessions.ts";
import { apiClient } from "#tests/factories/api-client.ts";
import { createTestAccount, testPassword, type TestAccount } from "#tests/factories/create-test-account.ts";

let account: TestAccount;
const anyone = apiClient();
const browser = { ipAddress: "203.0.113.7", userAgent: "Firefox" };

async function cookieOf(userId: string) {
  const header = await sessionCookieHeader(await openSession(userId, browser));
  return { cookie: header.split(";")[0]! };
}

beforeAll(async () => {
  account = await createTestAccount({ agents: 2 });
});

describe("the profile", () => {
  test("says who one is and what one may do in each account", async () => {
    const { body } = await account.agents[0]!.api("GET", "/api/profile");
    expect(body).toMatchObject({ name: "Agent 1", displayName: null, accounts: [{ id: account.accountId, role: "agent", inboxIds: null, visibleTeamIds: [], availability: "online" }] });
    expect(body.accounts[0].permissions).toContain("message:create");
    expect(body.accounts[0].permissions).not.toContain("agent:manage");
  });

  test("a new display name is what colleagues see; an empty one is none", async () => {
    const agent = account.agents[0]!;
    expect((await agent.api("PATCH", "/api/profile", { displayName: "Duda", locale: "es" })).body).toMatchObject({ displayName: "Duda", locale: "es", name: "Agent 1" });
    const agents = await account.administrator.api("GET", `${account.base}/agents`);
    expect(agents.body.items.find((each: { id: string }) => each.id === agent.userId).name).toBe("Duda");
    expect((await agent.api("PATCH", "/api/profile", { displayName: "" })).body.displayName).toBeNull();
    expect((await agent.api("PATCH", "/api/profile", { name: " " })).status).toBe(422);
  });

  test("a new password asks for the present one and signs every other browser out", async () => {
    const agent = account.agents[1]!;
    const [here, elsewhere] = [await cookieOf(agent.userId), await cookieOf(agent.userId)];
    const wrong = await anyone("PUT", "/api/profile/password", { currentPassword: "wrong", password: "another-long-password" }, here);
    expect(wrong.body.error.details).toEqual([{ path: "currentPassword", message: "password_wrong" }]);
    const short = await anyone("PUT", "/api/profile/password", { currentPassword: testPassword, password: "short" }, here);
    expect(short.body.error.details[0].path).toBe("password");
    expect((await anyone("PUT", "/api/profile/password", { currentPassword: testPassword, password: "another-long-password" }, here)).status).toBe(204);
    expect((await anyone("GET", "/api/profile", undefined, here)).status).toBe(200);
    expect((await anyone("GET", "/api/profile", undefined, elsewhere)).status).toBe(401);
  });

  test("sessions are listed, and a revoked one is out at once; a stranger's cannot be revoked", async () => {
    const agent = account.agents[0]!;
    const [here, there] = [await cookieOf(agent.userId), await cookieOf(agent.userId)];
    const { items } = (await anyone("GET", "/api/profile/sessions", undefined, here)).body;
    const other = items.find((each: { current: boolean }) => !each.current);
    expect(items.filter((each: { current: boolean }) => each.current)).toHaveLength(1);
    expect(other).toMatchObject(browser);
    expect((await account.administrator.api("DELETE", `/api/profile/sessions/${other.id}`)).status).toBe(204);
    expect((await anyone("GET", "/api/profile", undefined, there)).status).toBe(200);
    expect((await anyone("DELETE", `/api/profile/sessions/${other.id}`, undefined, here)).status).toBe(204);
    expect((await anyone("GET", "/api/profile", undefined, there)).status).toBe(401);
  });

  test("a token is shown once, works, and is locked out when deleted", async () => {
    const { api } = account.administrator;
    const made = (await api("POST", "/api/profile/tokens", { name: "ERP" })).body;
    expect(made.token).toMatch(/^blc_/);
    const listed = (await api("GET", "/api/profile/tokens")).body.items.find((each: { id: string }) => each.id === made.id);
    expect(listed).toMatchObject({ name: "ERP", hint: made.token.slice(0, 9) });
    expect(listed.token).toBeUndefined();
    const program = apiClient(made.token);
    expect((await program("GET", "/api/profile")).status).toBe(200);
    await api("DELETE", `/api/profile/tokens/${made.id}`);
    expect((await program("GET", "/api/profile")).status).toBe(401);
  });

  test("availability is per account", async () => {
    expect((await account.agents[0]!.api("PUT", `${account.base}/availability`, { availability: "busy" })).body.availability).toBe("busy");
    expect((await account.agents[0]!.api("PATCH", `${account.base}/agents/${account.administrator.userId}`, { availability: "busy" })).status).toBe(403);
  });
});
