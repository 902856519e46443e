import { beforeAll, describe, expect, test } from "vitest";
import { type LoadedRoute, loadRoutes } from "#lib/api/load-routes.ts";
import { sessionCookieHeader } from "#lib/auth/session-cookie.ts";
import { openSession } from "#lib/auth/sessions.ts";
import { type RouterClient, routerClient } from "#tests/factories/router-client.ts";
import { fieldsOf, type InputSchema, inputSchema, sample } from "./sample-input.ts";
import { peopledAccount, type PeopledAccount } from "./tenancy/peopled-account.ts";

/** What is wrong with a request is said with the right status and a sentence, on every route: never a 5xx, never half done. */
const routes = (await loadRoutes()).filter((route) => route.handler.definition && !route.path.startsWith("/api/widget/"));
const name = (route: LoadedRoute) => `${route.method} ${route.path}`;
const withBody = routes.filter((route) => route.handler.definition.body);

let account: PeopledAccount;
let call: RouterClient;
let cookie: string;

beforeAll(async () => {
  account = await peopledAccount();
  call = await routerClient();
  cookie = (await sessionCookieHeader(await openSession(account.administrator.userId, { ipAddress: null, userAgent: null }))).split(";")[0]!;
});

const address = (route: LoadedRoute) => {
  const segments = route.path.split("/");
  return segments.map((segment, at) => {
    const part = /^\[(\w+)\]$/.exec(segment)?.[1];
    if (!part) return segment;
    return part === "accountId" ? String(account.accountId) : (account.ids[part === "id" ? segments[at - 1]! : part] ?? "01890000-0000-7000-8000-000000000000");
  }).join("/");
};
const send = (route: LoadedRoute, body: unknown, headers: Record<string, string> = {}) => call(route.method, address(route), { body, headers: { cookie, ...headers } });
const schemaOf = (route: LoadedRoute) => inputSchema(route.handler.definition.body);
const bodyOf = (route: LoadedRoute) => sample(schemaOf(route), (field) => account.ids[field]) as Record<string, unknown>;

describe.each(withBody.map((route) => [name(route), route] as const))("%s", (_, route) => {
  test("malformed JSON: 400", async () => {
    for (const body of ["{", "", "{'a':1}", "\u0000", "[1,"]) expect([(await send(route, body)).status, body]).toEqual([400, body]);
  });

  test("another content type, or none: 415", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""])
      expect((await send(route, JSON.stringify(bodyOf(route)), { "content-type": type })).json().error.code).toBe("unsupported_media_type");
  });

  test("a body over a megabyte: 413", async () => {
    expect((await send(route, JSON.stringify({ ...bodyOf(route), more: "x".repeat(1_100_000) }))).json().error.code).toBe("too_large");
  });

  test("a body that is no object: 422", async () => {
    for (const body of ["[]", "null", "3", '"text"', "true"]) expect([(await send(route, body)).status, body]).toEqual([422, body]);
  });

  const fields = fieldsOf(schemaOf(route));
  test.each(fields.map(([field, schema]) => [field, schema] as const))("%s of another type: 422 that names the field", async (field, schema) => {
    const answer = await send(route, { ...bodyOf(route), [field]: wrongFor(schema) });
    expect(answer.status).toBe(422);
    expect(answer.json().error).toMatchObject({ code: "invalid_input", message: expect.stringMatching(/\w/), details: expect.arrayContaining([{ path: expect.stringMatching(new RegExp(`^${field}\\b`)), message: expect.stringMatching(/\w/) }]) });
  });

  const bounded = fields.filter(([, schema]) => schema.type === "string" && schema.maxLength);
  test.skipIf(bounded.length === 0).each(bounded.map(([field, schema]) => [field, schema.maxLength!] as const))("%s longer than %i: 422 that names the field", async (field, maxLength) => {
    const answer = await send(route, { ...bodyOf(route), [field]: "x".repeat(maxLength + 1) });
    expect([answer.status, answer.json().error.details?.[0]?.path]).toEqual([422, field]);
  });

  test("a text field without a bound is not taken", () => {
    expect(fields.filter(([, schema]) => schema.type === "string" && !schema.maxLength && !schema.enum && !schema.format && !schema.pattern && schema.const === undefined).map(([field]) => field)).toEqual([]);
  });
});

function wrongFor(schema: InputSchema): unknown {
  return schema.type === "object" ? "text" : { not: "this" };
}

const nastyTexts = ["\u0000", "a\u0000b", "\ud83e", "a\udd56", `${"x".repeat(139)}🥖 more`, `${"x".repeat(199)}🥖`, "\u202e\u200b\ufeff", "' or 1=1 --", "%_\\", "{}", "$1", "null", "../../etc/passwd", "é".repeat(60), "\uffff", "a\tb\r\nc", "<script>alert(1)</script>", "__proto__", "😀".repeat(20)];
const nastyNumbers = [-1, 0, 1.5, 2 ** 31, 2 ** 31 - 1, 2 ** 53, 1e308, -1e308];
const nastyValues = [...nastyTexts, ...nastyNumbers, true, null, [], {}, [[]], [null], { toString: 1 }, JSON.parse('{"__proto__": {"a": 1}}')];

describe("whatever a field holds, the answer is a sentence and never a failure of ours", () => {
  test.each(withBody.filter((route) => !route.path.endsWith("/password")).map((route) => [name(route), route] as const))("%s", async (_, route) => {
    const failures: unknown[] = [];
    for (const [field] of fieldsOf(schemaOf(route))) {
      for (const value of nastyValues) {
        const answer = await send(route, { ...bodyOf(route), [field]: value });
        if (answer.status >= 500) failures.push([field, value, answer.status]);
      }
    }
    expect(failures).toEqual([]);
  });

  test.each(routes.filter((route) => route.handler.definition.query).map((route) => [name(route), route] as const))("%s: its query", async (_, route) => {
    const failures: unknown[] = [];
    const cursors = ["x", btoa("-000001-01-01T00:00:00.000Z 01890000-0000-7000-8000-000000000000"), btoa("+275760-09-13T00:00:00.000Z 01890000-0000-7000-8000-000000000000"), btoa("2026 x")];
    for (const [field] of fieldsOf(inputSchema(route.handler.definition.query))) {
      for (const value of [...nastyTexts, ...nastyNumbers, ...cursors]) {
        const answer = await call("GET", `${address(route)}?${new URLSearchParams({ [field]: String(value) })}`, { headers: { cookie } });
        if (answer.status >= 500) failures.push([field, value, answer.status]);
      }
    }
    expect(failures).toEqual([]);
  });

  test.each(routes.filter((route) => route.path.includes("[")).map((route) => [name(route), route] as const))("%s: its address", async (_, route) => {
    const failures: unknown[] = [];
    for (const part of route.path.match(/\[\w+\]/g)!) {
      for (const value of ["%00", "a%00b", "%ff", "%", "..", "%2e%2e%2f", "-1", "99999999999999999999", "1e3", "0x10", "x".repeat(3_000), "%F0%9F%A5%96", "%ED%A0%BD"]) {
        const target = route.path.replace(part, value).replace("[accountId]", String(account.accountId)).replace(/\[\w+\]/g, "01890000-0000-7000-8000-000000000000");
        const answer = await call(route.method, target, { headers: { cookie }, body: route.method === "GET" ? undefined : withBody.includes(route) ? bodyOf(route) : undefined });
        if (answer.status >= 500 || (answer.status < 300 && !["/api/onboarding"].includes(route.path) && part === "[accountId]")) failures.push([part, value, answer.status]);
      }
    }
    expect(failures).toEqual([]);
  });

  test("the doors and files without defineRoute", async () => {
    for (const value of ["%00", "a%00b", "%", "x".repeat(3_000), "%ff"]) {
      for (const target of [`/api/channels/whatsapp/${value}`, `/api/channels/${value}/x`, `/api/files/1/${value}/original/1/x/a`, `/api/files/${value}/01890000-0000-7000-8000-000000000000/original/1/x/a`, `/api/invitations/${value}`, `/api/widget/${value}/messages`])
        expect([(await call("GET", target)).status, target]).toEqual([expect.toSatisfy((status: number) => status < 500), target]);
    }
  });
});
