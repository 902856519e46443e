import { beforeAll, describe, expect, test } from "vitest";
import { apiClient } from "#tests/factories/api-client.ts";
import { createTestAccount, testPassword } from "#tests/factories/create-test-account.ts";

const api = apiClient();
const input = (email: string) => ({
  name: "Casa Alegria", timeZone: "America/Recife", administrator: { name: "Marina", email, password: testPassword },
  inbox: { name: "Site", channel: { type: "widget", color: "#0b5fff" } },
});

describe("the first run", () => {
  let answers: Awaited<ReturnType<typeof api>>[];

  let before: Awaited<ReturnType<typeof api>>;
  let wrong: Awaited<ReturnType<typeof api>>;

  beforeAll(async () => {
    before = await api("GET", "/api/onboarding");
    wrong = await api("POST", "/api/onboarding", { ...input("a@tests.example"), inbox: { name: "Site", channel: { type: "widget", color: "blue" } } });
    answers = await Promise.all([1, 2, 3, 4].map((n) => api("POST", "/api/onboarding", input(`first-${n}@tests.example`))));
  });

  test("is wanted while there is no account; a wrong field is named and leaves nothing behind", () => {
    expect(before.body).toEqual({ needed: true });
    expect(wrong.body.error).toMatchObject({ code: "invalid_input", details: [{ path: "inbox.channel.color" }] });
  });

  test("of four people at once, one sets it up", () => {
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409]);
  });

  test("signs the administrator in and made the inbox", async () => {
    const won = answers.find((answer) => answer.status === 201)!;
    const cookie = won.headers.get("set-cookie")!;
    expect(cookie).toMatch(/^balcao\.session=.+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/);
    const session = { cookie: cookie.split(";")[0]! };
    const profile = await api("GET", "/api/profile", undefined, session);
    expect(profile.body.accounts).toMatchObject([{ id: won.body.accountId, name: "Casa Alegria", role: "administrator", timeZone: "America/Recife" }]);
    const inboxes = await api("GET", `/api/accounts/${won.body.accountId}/inboxes`, undefined, session);
    expect(inboxes.body.items).toMatchObject([{ id: won.body.inboxId, name: "Site", channel: { type: "widget", color: "#0b5fff" } }]);
  });

  test("is over once there is an account", async () => {
    await createTestAccount();
    expect((await api("GET", "/api/onboarding")).body).toEqual({ needed: false });
  });
});
