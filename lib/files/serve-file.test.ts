import { beforeAll, expect, test } from "vitest";
import { clock } from "#lib/clock.ts";
import { createTestAccount, type TestAccount } from "#tests/factories/create-test-account.ts";
import { type RouterClient, routerClient } from "#tests/factories/router-client.ts";
import { fileUrl, isFileUrl } from "./file-url.ts";

let account: TestAccount;
let call: RouterClient;
let url: string;

beforeAll(async () => {
  account = await createTestAccount();
  call = await routerClient();
  const data = new FormData();
  data.append("file", new Blob(["0123456789"]), "dez.txt");
  ({ url } = (await call("POST", `${account.base}/uploads`, { token: account.administrator.token, body: data })).json());
});

test.each([
  ["bytes=0-3", 206, "0123", "bytes 0-3/10"], ["bytes=7-", 206, "789", "bytes 7-9/10"], ["bytes=-2", 206, "89", "bytes 8-9/10"], ["bytes=5-100", 206, "56789", "bytes 5-9/10"],
  ["bytes=20-30", 200, "0123456789", null], ["bytes=3-1", 200, "0123456789", null], ["bytes=", 200, "0123456789", null], ["lines=1-2", 200, "0123456789", null], ["bytes=0-1,4-5", 200, "0123456789", null],
])("range %s: %i", async (range, status, text, contentRange) => {
  const answer = await call("GET", url, { headers: { range } });
  expect([answer.status, answer.text, answer.headers.get("content-range"), answer.headers.get("content-length")]).toEqual([status, text, contentRange, String(text.length)]);
});

test("text is a download, under its own name", async () => {
  expect((await call("GET", url)).headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''dez.txt");
});

test("an address holds until its hour and not after", () => {
  const id = "01890000-0000-7000-8000-000000000000";
  const [, , , , , , expires, signature] = fileUrl(1, { id, filename: "a" }, "original").split("/");
  expect(isFileUrl(1, id, "original", Number(expires), signature!)).toBe(true);
  clock.shift(4 * 3_600_000);
  expect(isFileUrl(1, id, "original", Number(expires), signature!)).toBe(false);
  clock.shift(0);
});
