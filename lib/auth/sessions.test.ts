import { beforeAll, describe, expect, test } from "vitest";
import { systemQuery } from "#lib/db/system.ts";
import { createTestAccount, type TestAccount, testPassword } from "#tests/factories/create-test-account.ts";
import { authenticate } from "./authenticate.ts";
import { createApiToken, deleteApiToken } from "./api-tokens.ts";
import { sessionCookieHeader } from "./session-cookie.ts";
import { listSessions, openSession, revokeOtherSessions, revokeSession, signIn } from "./sessions.ts";

let account: TestAccount;
const from = (ipAddress: string) => ({ ipAddress, userAgent: "a browser" });

beforeAll(async () => {
  account = await createTestAccount({ agents: 1 });
});

const cookieOf = async (secret: string) => new Headers({ cookie: (await sessionCookieHeader(secret)).split(";")[0]! });
const who = (headers: Headers) => authenticate(headers).then((user) => user.userId, (error: { code: string }) => error.code);

test("the right password opens a session that says who it is", async () => {
  const { secret, userId } = await signIn({ email: ` ${account.administrator.email.toUpperCase()} `, password: testPassword }, from("10.0.0.1"));
  expect(userId).toBe(account.administrator.userId);
  expect(await who(await cookieOf(secret))).toBe(userId);
});

test("an unknown person and a wrong password get the same answer", async () => {
  const answers = await Promise.all([
    signIn({ email: "nobody@tests.example", password: testPassword }, from("10.0.0.2")), signIn({ email: account.administrator.email, password: "a wrong password" }, from("10.0.0.2")),
    signIn({ email: "a\0b", password: "\0" }, from("10.0.0.2")),
  ].map((attempt) => attempt.catch((error: { code: string; message: string }) => [error.code, error.message])));
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['["invalid_credentials","E-mail or password is wrong."]']));
});

test("guessing at one person's password is slowed down, from wherever it comes, and others are not", async () => {
  const email = "guessed@tests.example";
  const attempts: string[] = [];
  for (let n = 0; n < 11; n++) attempts.push(await signIn({ email, password: "wrong wrong wrong" }, from(`10.1.0.${n}`)).then(() => "in", (error: { code: string }) => error.code));
  expect(attempts.slice(0, 10)).toEqual(Array(10).fill("invalid_credentials"));
  expect(attempts[10]).toBe("rate_limited");
  expect((await signIn({ email: account.administrator.email, password: testPassword }, from("10.1.0.1"))).userId).toBe(account.administrator.userId);
});

test("who knows the password may sign in as often as they like", async () => {
  for (let n = 0; n < 12; n++) await signIn({ email: account.administrator.email, password: testPassword }, from(`10.2.0.${n}`));
});

test("nothing of a session or token is kept but its hash", async () => {
  const secret = await openSession(account.administrator.userId, from("10.0.0.3"));
  const { token } = await createApiToken(account.administrator.userId, { name: "kept" });
  const rows = await systemQuery("select s::text as row from sessions s union all select t::text from api_tokens t");
  expect(JSON.stringify(rows)).not.toContain(secret);
  expect(JSON.stringify(rows)).not.toContain(token);
});

describe("what ends a session ends it at once", () => {
  test("revoked, expired, signed out elsewhere", async () => {
    const { userId } = account.agents[0]!;
    const [revoked, expired, kept] = await Promise.all([1, 2, 3].map(() => openSession(userId, from("10.0.0.4"))));
    const cookies = await Promise.all([revoked!, expired!, kept!].map(cookieOf));
    const sessions = await listSessions(userId);
    expect(sessions).toHaveLength(3);
    const ids = await Promise.all(cookies.map(async (cookie) => (await authenticate(cookie)).credentialId));
    await revokeSession(userId, ids[0]!);
    await systemQuery("update sessions set expires_at = now() where id = $1", [ids[1]]);
    expect(await Promise.all(cookies.map(who))).toEqual(["unauthenticated", "unauthenticated", userId]);
    await revokeOtherSessions(userId, ids[2]!);
    expect(await who(cookies[2]!)).toBe(userId);
    await revokeOtherSessions(userId, null);
    expect(await who(cookies[2]!)).toBe("unauthenticated");
  });

  test("only one's own can be revoked", async () => {
    const secret = await openSession(account.administrator.userId, from("10.0.0.5"));
    const { credentialId } = await authenticate(await cookieOf(secret));
    await revokeSession(account.agents[0]!.userId, credentialId);
    expect(await who(await cookieOf(secret))).toBe(account.administrator.userId);
  });

  test("a deleted or expired API token", async () => {
    const { userId } = account.administrator;
    const { id, token } = await createApiToken(userId, { name: "a" });
    const past = await createApiToken(userId, { name: "b", expiresAt: new Date(Date.now() - 1000) });
    const bearer = (value: string) => new Headers({ authorization: `Bearer ${value}` });
    expect(await who(bearer(token))).toBe(userId);
    expect(await who(bearer(past.token))).toBe("unauthenticated");
    await deleteApiToken(account.agents[0]!.userId, id);
    expect(await who(bearer(token))).toBe(userId);
    await deleteApiToken(userId, id);
    expect(await who(bearer(token))).toBe("unauthenticated");
  });
});
