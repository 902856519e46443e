import { beforeAll, describe, expect, test } from "vitest";
import { apiClient } from "#tests/factories/api-client.ts";
import { createTestAccount, testPassword, type TestAccount } from "#tests/factories/create-test-account.ts";

const api = apiClient();
let account: TestAccount;
beforeAll(async () => {
  account = await createTestAccount();
});

async function signIn(email: string, password: string) {
  const csrf = await api("GET", "/api/auth/csrf");
  const cookie = csrf.headers.getSetCookie().map((line) => line.split(";")[0]).join("; ");
  const body = new URLSearchParams({ email, password, csrfToken: csrf.body.csrfToken, callbackUrl: "http://localhost:3000", json: "true" }).toString();
  return api("POST", "/api/auth/callback/credentials", body, { "content-type": "application/x-www-form-urlencoded", cookie });
}

describe("signing in by e-mail and password", () => {
  test("gives a session that the API takes, and signing out ends it at once", async () => {
    const answer = await signIn(account.administrator.email.toUpperCase(), testPassword);
    expect(new URL(answer.body.url).searchParams.get("error")).toBeNull();
    const line = answer.headers.getSetCookie().find((each) => each.startsWith("balcao.session="))!;
    expect(line).toMatch(/HttpOnly/i);
    const cookie = line.split(";")[0]!;
    expect((await api("GET", "/api/profile", undefined, { cookie })).body.email).toBe(account.administrator.email);

    const csrf = await api("GET", "/api/auth/csrf");
    const body = new URLSearchParams({ csrfToken: csrf.body.csrfToken, json: "true" }).toString();
    const left = await api("POST", "/api/auth/signout", body, { "content-type": "application/x-www-form-urlencoded", cookie: `${csrf.headers.getSetCookie().map((each) => each.split(";")[0]).join("; ")}; ${cookie}` });
    expect(left.headers.getSetCookie().some((each) => each.startsWith("balcao.session=;"))).toBe(true);
    expect((await api("GET", "/api/profile", undefined, { cookie })).status).toBe(401);
  });

  test("answers a wrong password and an unknown person alike, by code", async () => {
    for (const email of [account.administrator.email, "nobody@tests.example"]) {
      const answer = await signIn(email, "not the password");
      expect(answer.status).toBe(401);
      expect(new URL(answer.body.url).searchParams.get("error")).toBe("invalid_credentials");
      expect(answer.headers.getSetCookie().some((each) => each.startsWith("balcao.session="))).toBe(false);
    }
  });

  test("is limited by e-mail address", async () => {
    const codes = [];
    for (let n = 0; n < 12; n++) codes.push(new URL((await signIn("guessed@tests.example", "guess")).body.url).searchParams.get("error"));
    expect(codes.at(0)).toBe("invalid_credentials");
    expect(codes.at(-1)).toBe("rate_limited");
  });

  test("refuses a request from another site", async () => {
    const answer = await api("POST", "/api/auth/callback/credentials", "email=x", { "content-type": "application/x-www-form-urlencoded", origin: "https://evil.example" });
    expect(answer.status).toBe(403);
  });
});
