import { beforeAll, describe, expect, test } from "vitest";
import { type LoadedRoute, loadRoutes } from "#lib/api/load-routes.ts";
import { permissionsOf } from "#lib/auth/permissions.ts";
import { sessionCookieHeader } from "#lib/auth/session-cookie.ts";
import { openSession } from "#lib/auth/sessions.ts";
import { createTestAccount, type TestAccount } from "#tests/factories/create-test-account.ts";
import { type RouterClient, routerClient } from "#tests/factories/router-client.ts";

/** Who may call what, for every route there is: a new route is on these lists from its first day. */
const routes = await loadRoutes();
const name = (route: LoadedRoute) => `${route.method} ${route.path}`;
const access = (route: LoadedRoute) => route.handler.definition?.access ?? "account";
const ofAccounts = routes.filter((route) => route.handler.definition && access(route) === "account");
const ofUsers = routes.filter((route) => route.handler.definition && access(route) === "user");

let account: TestAccount;
let call: RouterClient;
let cookie: string;

beforeAll(async () => {
  account = await createTestAccount({ agents: 1 });
  call = await routerClient();
  cookie = (await sessionCookieHeader(await openSession(account.administrator.userId, { ipAddress: null, userAgent: null }))).split(";")[0]!;
});

const id = "01890000-0000-7000-8000-000000000000";
const address = (route: LoadedRoute) => route.path.replace("[accountId]", String(account.accountId)).replace("[deliveryId]", "1").replace(/\[\w+\]/g, id);
const bodyFor = (route: LoadedRoute) => (route.method === "GET" ? undefined : {});

test("the routes without sign-in are these and no others", () => {
  const open = routes.filter((route) => access(route) === "public" || !route.handler.definition);
  expect(open.map(name).filter((route) => !route.includes(" /api/widget/") && !route.includes(" /widget/"))).toEqual([
    "GET /api/channels/[channel]/[inboxToken]", "POST /api/channels/[channel]/[inboxToken]", "GET /api/files/[accountId]/[id]/[variant]/[expires]/[signature]/[filename]",
    "GET /api/health", "GET /api/invitations/[token]", "POST /api/invitations/[token]", "GET /api/onboarding", "POST /api/onboarding", "GET /api/openapi.json",
  ]);
});

test("every route of an account lies under /api/accounts and names a permission, but for one's own availability", () => {
  expect(ofAccounts.filter((route) => !route.path.startsWith("/api/accounts/[accountId]/")).map(name)).toEqual([]);
  expect(ofAccounts.filter((route) => !route.handler.definition.permission).map(name)).toEqual(["PUT /api/accounts/[accountId]/availability"]);
});

describe("without a sign-in that holds", () => {
  test.each([...ofAccounts, ...ofUsers].map((route) => [name(route), route] as const))("%s: 401", async (_, route) => {
    const attempts: Record<string, string>[] = [{}, { authorization: "Bearer blc_wrong" }, { authorization: "Bearer" }, { authorization: `Basic ${btoa("a:b")}` }, { cookie: "balcao.session=forged" }, { cookie: "balcao.session=" }];
    const answers = await Promise.all(attempts.map((headers) => call(route.method, address(route), { headers, body: bodyFor(route) })));
    for (const answer of answers) expect(answer.status).toBe(401);
    expect(answers[0]!.json()).toEqual({ error: { code: "unauthenticated", message: expect.stringContaining("Sign in") } });
  });
});

const ofAdministrators = ofAccounts.filter((route) => route.handler.definition.permission && !permissionsOf("agent").has(route.handler.definition.permission));

describe("an agent whose role lacks the permission", () => {
  test("is kept from everything that is managed", () => {
    expect(ofAdministrators.length).toBeGreaterThan(15);
    expect(ofAdministrators.map(name)).toEqual(expect.arrayContaining(["POST /api/accounts/[accountId]/inboxes", "DELETE /api/accounts/[accountId]/agents/[id]", "POST /api/accounts/[accountId]/invitations"]));
  });
  test.each(ofAdministrators.map((route) => [name(route), route] as const))("%s: 403 that names it", async (_, route) => {
    const answer = await call(route.method, address(route), { token: account.agents[0]!.token, body: bodyFor(route) });
    expect(answer.status).toBe(403);
    expect(answer.json().error).toMatchObject({ code: "forbidden", message: expect.stringContaining(route.handler.definition.permission) });
  });
});

const writes = [...ofAccounts, ...ofUsers].filter((route) => route.method !== "GET");

describe("a browser on another site, with the cookie of someone signed in", () => {
  test.each(writes.map((route) => [name(route), route] as const))("%s: 403", async (_, route) => {
    const signals: Record<string, string>[] = [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }, { origin: "null" }];
    for (const signal of signals) {
      const answer = await call(route.method, address(route), { headers: { cookie, ...signal }, body: bodyFor(route) });
      expect([answer.status, answer.json().error.code]).toEqual([403, "wrong_origin"]);
    }
  });

  test("our own pages pass", async () => {
    for (const headers of [{ origin: "http://localhost:3000", "sec-fetch-site": "same-origin" }, {}] as Record<string, string>[])
      expect((await call("PUT", `${account.base}/availability`, { headers: { cookie, ...headers }, body: { availability: "busy" } })).status).toBe(200);
  });
});

test("an unknown address is 404 and a known one with another method 405, both in our own words", async () => {
  expect((await call("GET", "/api/nothing-here")).json().error.code).toBe("not_found");
  expect((await call("DELETE", "/api/health")).json().error.code).toBe("method_not_allowed");
  expect((await call("PATCH", `${account.base}/conversations`, { token: account.administrator.token, body: {} })).status).toBe(405);
});

test("a HEAD is answered as the GET it stands for", async () => {
  expect((await call("HEAD", "/api/onboarding")).status).toBe(200);
});
