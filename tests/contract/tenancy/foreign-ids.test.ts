import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type LoadedRoute, loadRoutes } from "#lib/api/load-routes.ts";
import { type RouterClient, routerClient } from "#tests/factories/router-client.ts";
import { fieldsOf, inputSchema, namesRows, sample } from "../sample-input.ts";
import { contentOf, peopledAccount, type PeopledAccount, type RowIds } from "./peopled-account.ts";

/** Walks every route of an account: another account's id is answered as an id that does not exist, to the byte, and nothing changes. */
const routes = (await loadRoutes()).filter((route) => route.path.startsWith("/api/accounts/[accountId]"));
const name = (route: LoadedRoute) => `${route.method} ${route.path.slice("/api/accounts/[accountId]".length)}`;

let mine: PeopledAccount;
let theirs: PeopledAccount;
let call: RouterClient;
let before: Record<string, string>[];
const contents = () => Promise.all([contentOf(mine.accountId), contentOf(theirs.accountId)]);

beforeAll(async () => {
  [mine, theirs] = [await peopledAccount(), await peopledAccount()];
  call = await routerClient();
  before = await contents();
});

/** The parts in brackets after the account, each with the kind of row it names. */
function pathParts(route: LoadedRoute): { part: string; names: string }[] {
  const segments = route.path.split("/");
  return segments.flatMap((segment, at) => {
    const part = /^\[(\w+)\]$/.exec(segment)?.[1];
    return part && part !== "accountId" ? [{ part, names: part === "id" ? segments[at - 1]! : part }] : [];
  });
}

function address(route: LoadedRoute, accountId: number, ids: RowIds): string {
  return route.path.replace("[accountId]", String(accountId)).replace(/\[(\w+)\]/g, (_, part: string) => encodeURIComponent(ids[part]!));
}

const pathIds = (route: LoadedRoute, rows: RowIds): RowIds => Object.fromEntries(pathParts(route).map(({ part, names }) => [part, rows[names]!]));
const noSuch = (names: string) => (names === "deliveryId" ? "987654321" : randomUUID());
const bodyOf = (route: LoadedRoute, rows: RowIds) => {
  if (!route.handler.definition?.body) return undefined;
  const body = sample(inputSchema(route.handler.definition.body), (field) => rows[field]) as Record<string, unknown>;
  // One's own only, whoever is named.
  if (route.path.includes("/agents/")) delete body.availability;
  return body;
};
const plainAnswer = ({ status, text }: { status: number; text: string }) => ({ status, text });

test("every route of an account is made by defineRoute and walked here", () => {
  expect(routes.length).toBeGreaterThan(45);
  expect(routes.filter((route) => !route.handler.definition).map(name)).toEqual([]);
  for (const route of routes) for (const { names } of pathParts(route)) expect(mine.ids[names], `${name(route)}: peopledAccount() needs a row that "${names}" names`).toBeDefined();
});

describe("another account", () => {
  test.each(routes.map((route) => [name(route), route] as const))("%s is answered like an account that does not exist", async (_, route) => {
    const ask = (accountId: number, rows: RowIds) => call(route.method, address(route, accountId, pathIds(route, rows)), { token: mine.administrator.token, body: bodyOf(route, rows) });
    const foreign = await ask(theirs.accountId, theirs.ids);
    expect(foreign.status).toBe(404);
    expect(plainAnswer(foreign)).toEqual(plainAnswer(await ask(2_000_000_000, theirs.ids)));
  });
});

const withPathIds = routes.flatMap((route) => pathParts(route).map(({ part, names }) => [`${name(route)} with a foreign [${part}]`, route, part, names] as const));

describe("one's own account with another's id in the path", () => {
  test.each(withPathIds)("%s is answered like an id that does not exist", async (_, route, part, names) => {
    const ask = (id: string) => call(route.method, address(route, mine.accountId, { ...pathIds(route, mine.ids), [part]: id }), { token: mine.administrator.token, body: bodyOf(route, mine.ids) });
    const foreign = plainAnswer(await ask(theirs.ids[names]!));
    expect(foreign.status).toBe(404);
    expect(foreign).toEqual(plainAnswer(await ask(noSuch(names))));
    expect(foreign).toEqual(plainAnswer(await ask("not-an-id")));
  });
});

const idFields = (schema: Parameters<typeof inputSchema>[0] | undefined) => (schema ? fieldsOf(inputSchema(schema)).filter(([, field]) => namesRows(field)) : []);
const withBodyIds = routes.flatMap((route) => idFields(route.handler.definition.body).map(([field, schema]) => [`${name(route)} with a foreign ${field}`, route, field, schema.type === "array"] as const));

describe("one's own account with another's id in the body", () => {
  test("the fields that name rows are found", () => {
    expect(withBodyIds.map(([title]) => title)).toContain("PUT /conversations/[id]/assignee with a foreign assigneeId");
    expect(withBodyIds.length).toBeGreaterThan(10);
  });

  test.each(withBodyIds)("%s is answered like an id that does not exist", async (_, route, field, isList) => {
    const ask = (id: string) => call(route.method, address(route, mine.accountId, pathIds(route, mine.ids)), { token: mine.administrator.token, body: { ...bodyOf(route, mine.ids), [field]: isList ? [id] : id } });
    const foreign = plainAnswer(await ask(theirs.ids[field]!));
    expect(foreign.status).toBeGreaterThanOrEqual(400);
    expect(foreign.status).toBeLessThan(500);
    expect(foreign).toEqual(plainAnswer(await ask(randomUUID())));
  });
});

const withQueryIds = routes.flatMap((route) => idFields(route.handler.definition.query).map(([field]) => [`${name(route)} with a foreign ${field}`, route, field] as const));

describe("one's own account with another's id in the query", () => {
  test.each(withQueryIds)("%s is answered like an id that does not exist", async (_, route, field) => {
    const ask = (id: string) => call(route.method, `${address(route, mine.accountId, pathIds(route, mine.ids))}?${field}=${id}`, { token: mine.administrator.token });
    expect(plainAnswer(await ask(theirs.ids[field]!))).toEqual(plainAnswer(await ask(randomUUID())));
  });
});

test("none of these requests has changed a row of either account", async () => {
  expect(await contents()).toEqual(before);
});

test("lists and searches never show another account's rows", async () => {
  const foreign = new RegExp(Object.values(theirs.ids).filter((id) => id.length > 20).join("|"));
  for (const route of routes.filter((each) => each.method === "GET")) {
    const asked = ["", "?q=Carla", "?q=a", "?tab=all&limit=100", "?after=0"].map((query) => call("GET", address(route, mine.accountId, pathIds(route, mine.ids)) + query, { token: mine.administrator.token }));
    for (const answer of await Promise.all(asked)) expect(answer.text, name(route)).not.toMatch(foreign);
  }
});

test("a file's signed address opens that file and no other: not in another account, not past its time, not unsigned", async () => {
  const upload = new FormData();
  upload.append("file", new Blob(["segredo"], { type: "text/plain" }), "nota.txt");
  const { url } = (await call("POST", `${theirs.base}/uploads`, { token: theirs.administrator.token, body: upload })).json();
  expect((await call("GET", url)).text).toBe("segredo");
  const parts = url.split("/");
  const [, , , accountId, , , expires, signature] = parts;
  for (const [at, changed] of [[3, String(mine.accountId)], [4, randomUUID()], [5, "preview"], [6, String(Number(expires) + 3600)], [7, `${signature.slice(0, -1)}${signature.endsWith("A") ? "B" : "A"}`]] as const) {
    expect((await call("GET", parts.with(at, changed).join("/"))).status, `part ${at} of ${accountId}`).toBe(404);
  }
});
