import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { InboxView } from "#lib/inboxes/schemas.ts";
import { apiClient } from "#tests/factories/api-client.ts";
import { createTestAccount } from "#tests/factories/create-test-account.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";

const get = apiClient();
let accountId: number;
let inbox: InboxView;
beforeAll(async () => {
  if (!existsSync("public/widget/version")) execFileSync(process.execPath, ["bin/build-widget.ts"]);
  accountId = (await createTestAccount()).accountId;
  inbox = await makeInbox(accountId, "widget", { config: { allowedDomains: ["loja.example", "*.loja.example"], locale: "es" } });
});

describe("the frame's page", () => {
  test("may be framed by the allowed sites alone", async () => {
    const page = await get("GET", `/widget/${inbox.token}`);
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toMatch(/frame-ancestors 'self' loja\.example \*\.loja\.example$/);
    expect(page.headers.get("x-frame-options")).toBeNull();
  });

  test("speaks the inbox's language, else the page's, else the browser's, else pt-BR", async () => {
    const language = async (token: string, query = "", headers = {}) => /<html lang="([^"]+)"/.exec((await get("GET", `/widget/${token}${query}`, undefined, headers)).body)![1];
    const open = await makeInbox(accountId, "widget");
    expect(await language(inbox.token, "?locale=en")).toBe("es");
    expect(await language(open.token, "?locale=en-GB", { "accept-language": "es" })).toBe("en");
    expect(await language(open.token, "", { "accept-language": "fr,es;q=0.8" })).toBe("es");
    expect(await language(open.token)).toBe("pt-BR");
  });

  test("holds no secret", async () => {
    const secretive = await makeInbox(accountId, "widget", { config: { hmacSecret: "a-very-secret-secret" } });
    expect((await get("GET", `/widget/${secretive.token}`)).body).not.toContain("very-secret");
    expect((await get("GET", `/api/widget/${secretive.token}/launcher`)).body).not.toContain("very-secret");
  });

  test("is not there for an unknown inbox or another channel", async () => {
    const api = await makeInbox(accountId, "api");
    for (const token of ["nobody", api.token]) expect((await get("GET", `/widget/${token}`)).status).toBe(404);
  });
});

describe("the launcher's setup", () => {
  test.each([
    [undefined, "setup"],
    ["https://loja.example/sofa", "setup"],
    ["https://www.loja.example/", "setup"],
    ["http://localhost:3000/settings", "setup"],
    ["https://outra.example/", "not among the allowed domains"],
    ["https://loja.example.mau.com/", "not among the allowed domains"],
  ])("for a page at %s: %s", async (referer, expected) => {
    const { body, headers } = await get("GET", `/api/widget/${inbox.token}/launcher`, undefined, referer ? { referer } : {});
    expect(body).toContain(expected);
    expect(headers.get("content-type")).toMatch(/^text\/javascript/);
  });

  test("of an unknown inbox tells the console", async () => {
    expect((await get("GET", "/api/widget/nobody/launcher")).body).toMatch(/^console\.warn\(.*no chat with this data-token/);
  });
});
