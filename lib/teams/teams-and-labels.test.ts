import { beforeAll, describe, expect, test } from "vitest";
import { createTestAccount, type TestAccount } from "#tests/factories/create-test-account.ts";

let account: TestAccount;
let stranger: TestAccount;
beforeAll(async () => {
  [account, stranger] = [await createTestAccount({ agents: 2 }), await createTestAccount()];
});

describe("teams", () => {
  test("are made, changed and deleted by administrators, with members of the account only", async () => {
    const { api } = account.administrator;
    const ids = account.agents.map((agent) => agent.userId).sort();
    const team = (await api("POST", `${account.base}/teams`, { name: "Vendas", memberIds: ids })).body;
    expect((await api("GET", `${account.base}/teams`)).body.items).toEqual([{ id: team.id, name: "Vendas", memberIds: ids }]);
    expect((await api("POST", `${account.base}/teams`, { name: "Vendas" })).body.error).toMatchObject({ code: "already_taken", details: [{ path: "name" }] });
    expect((await api("PATCH", `${account.base}/teams/${team.id}`, { memberIds: [stranger.administrator.userId] })).body.error.details[0].path).toBe("memberIds");
    expect((await api("PATCH", `${account.base}/teams/${team.id}`, { memberIds: [ids[0]] })).body.memberIds).toEqual([ids[0]]);
    expect((await account.agents[0]!.api("PATCH", `${account.base}/teams/${team.id}`, { name: "x" })).status).toBe(403);
    expect((await stranger.administrator.api("PATCH", `${stranger.base}/teams/${team.id}`, { name: "x" })).status).toBe(404);
    expect((await api("DELETE", `${account.base}/teams/${team.id}`)).status).toBe(204);
    expect((await api("DELETE", `${account.base}/teams/not-an-id`)).status).toBe(404);
  });
});

describe("labels", () => {
  test("have names of their own, in lower case, and a patch changes only what it names", async () => {
    const { api } = account.administrator;
    const label = (await api("POST", `${account.base}/labels`, { name: "Urgente", color: "#dc2626", showInSidebar: false })).body;
    expect(label).toMatchObject({ name: "urgente", color: "#dc2626", showInSidebar: false, description: null });
    expect((await api("PATCH", `${account.base}/labels/${label.id}`, { description: "antes de tudo" })).body).toEqual({ ...label, description: "antes de tudo" });
    expect((await api("POST", `${account.base}/labels`, { name: "URGENTE" })).status).toBe(409);
    expect((await api("POST", `${account.base}/labels`, { name: "x", color: "red" })).body.error.details[0].path).toBe("color");
    expect((await account.agents[0]!.api("GET", `${account.base}/labels`)).body.items).toHaveLength(1);
    expect((await api("DELETE", `${account.base}/labels/${label.id}`)).status).toBe(204);
    expect((await api("DELETE", `${account.base}/labels/${label.id}`)).status).toBe(404);
  });
});
