import { existsSync, globSync, mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import sharp from "sharp";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { answerError } from "#lib/api/answer.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { asOwner } from "#tests/factories/as-owner.ts";
import { createTestAccount, type TestAccount } from "#tests/factories/create-test-account.ts";
import { type RouterClient, routerClient } from "#tests/factories/router-client.ts";
import { store, storedPath } from "./storage.ts";

let account: TestAccount;
let call: RouterClient;
let png: Buffer;

beforeAll(async () => {
  account = await createTestAccount();
  call = await routerClient();
  png = await sharp({ create: { width: 900, height: 300, channels: 3, background: "#258" } }).png().toBuffer();
});

const files = () => globSync("**/*", { cwd: env().filesDir, withFileTypes: true }).filter((entry) => entry.isFile()).length;
const rows = async () => (await asOwner("select count(*)::int as n from attachments"))[0].n as number;
const form = (content: Uint8Array | string, name: string, type = "application/octet-stream", more: Record<string, string> = {}) => {
  const data = new FormData();
  for (const [key, value] of Object.entries(more)) data.append(key, value);
  data.append("file", new Blob([content as BlobPart], { type }), name);
  return data;
};
const upload = (body: FormData | Buffer | string, headers: Record<string, string> = {}) => call("POST", `${account.base}/uploads`, { token: account.administrator.token, body, headers });

describe("what is taken", () => {
  test("a picture, with a preview made anew and its size", async () => {
    const answer = await upload(form(png, "foto.png", "image/png"));
    expect(answer.status).toBe(201);
    expect(answer.json()).toMatchObject({ kind: "image", contentType: "image/png", filename: "foto.png", size: png.length, width: 900, height: 300, state: "ready", previewUrl: expect.stringContaining("/preview/") });
    const original = await call("GET", answer.json().url);
    expect(Object.fromEntries(original.headers)).toMatchObject({ "x-content-type-options": "nosniff", "content-disposition": expect.stringMatching(/^inline/), "content-security-policy": expect.stringContaining("sandbox") });
    expect((await call("GET", answer.json().previewUrl)).headers.get("content-type")).toBe("image/webp");
  });

  test("exactly ten megabytes of text", async () => {
    expect((await upload(form("x".repeat(10_000_000), "grande.txt"))).status).toBe(201);
  });

  test("the content decides what it is, not the name or what the browser says", async () => {
    expect((await upload(form(png, "contrato.pdf", "application/pdf"))).json()).toMatchObject({ kind: "image", contentType: "image/png" });
    expect((await upload(form("%PDF-1.7\n%âãÏÓ\n", "foto.png", "image/png"))).json()).toMatchObject({ kind: "document", contentType: "application/pdf" });
  });

  test.each([
    ["../../../etc/passwd.txt", "passwd.txt"], ["..\\..\\win.txt", "win.txt"], ["a\u202etxt.exe.txt", "atxt.exe.txt"], ["no\u0000nul.txt", "nonul.txt"], [".hidden.txt", "hidden.txt"],
    ["çãé 😀.txt", "çãé 😀.txt"], ["a:b*c?.txt", "a_b_c_.txt"], [`${"n".repeat(500)}.txt`, `${"n".repeat(196)}.txt`], ["a\r\nb: c.txt", "ab_ c.txt"],
  ])("a name like %j is cleaned, and never becomes a path", async (name, shown) => {
    const boundary = "----cut";
    const raw = Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name.replace(/[\r\n\0]/g, (char) => ({ "\r": "\r", "\n": "\n", "\0": "\0" })[char]!)}"\r\nContent-Type: text/plain\r\n\r\ntext\r\n--${boundary}--\r\n`);
    const answer = await upload(raw, { "content-type": `multipart/form-data; boundary=${boundary}` });
    // A name that breaks the header itself is a broken upload.
    if (/[\r\n]/.test(name)) return void expect([201, 415, 422]).toContain(answer.status);
    expect(answer.json()).toMatchObject({ filename: shown });
    expect(globSync("**/*", { cwd: env().filesDir, withFileTypes: true }).filter((entry) => entry.isFile()).every((entry) => /^[0-9a-f-]{36}(\.preview)?$/.test(entry.name))).toBe(true);
  });
});

describe("what is refused leaves nothing behind", () => {
  let before: { files: number; rows: number };
  beforeAll(async () => {
    before = { files: files(), rows: await rows() };
  });
  afterEach(async () => {
    expect({ files: files(), rows: await rows() }).toEqual(before);
  });

  const html = "<!doctype html><script>alert(1)</script>";
  const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  test.each<[string, Uint8Array | string, string, string]>([
    ["HTML that calls itself a PNG", html, "foto.png", "image/png"], ["HTML that calls itself text", html, "nota.txt", "text/plain"], ["HTML after a thousand blanks", " ".repeat(1000) + html, "nota.txt", "text/plain"],
    ["SVG", svg, "logo.svg", "image/svg+xml"], ["SVG that calls itself a PNG", svg, "logo.png", "image/png"], ["XML", '<?xml version="1.0"?><a/>', "a.xml", "text/xml"],
    ["a program", Buffer.from("7f454c4602010100000000000000000002003e0001000000", "hex"), "foto.jpg", "image/jpeg"], ["a Windows program", Buffer.from("4d5a90000300000004000000ffff0000b8000000", "hex"), "a.pdf", "application/pdf"],
    ["a script", "#!/bin/sh\nrm -rf /", "a.sh", "text/plain"], ["zeros", new Uint8Array(100), "a.txt", "text/plain"], ["a gzip archive", gzipSync("x"), "a.csv", "text/csv"], ["no extension", "just text", "README", "text/plain"],
  ])("%s: 415 with what may be sent instead", async (_, content, name, type) => {
    const answer = await upload(form(content, name, type));
    expect([answer.status, answer.json().error.code]).toEqual([415, "unsupported_file"]);
    expect(answer.json().error.message).toContain("picture, PDF");
  });

  test("an empty file: 422", async () => {
    const answer = await upload(form("", "vazio.txt", "text/plain"));
    expect([answer.status, answer.json().error.message]).toEqual([422, "The file is empty."]);
  });

  test("eleven megabytes: 413, said while it streams", async () => {
    const answer = await upload(form(new Uint8Array(11_000_000).fill(120), "grande.txt"));
    expect([answer.status, answer.json().error]).toEqual([413, { code: "too_large", message: "A file has at most 10 MB." }]);
  });

  test("a body without end is cut off at the limit", async () => {
    const boundary = "b";
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n`;
    let sent = 0;
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(Buffer.from(head)),
      pull: async (controller) => {
        await new Promise((resolve) => setImmediate(resolve));
        sent += 100_000;
        controller.enqueue(Buffer.alloc(100_000, "x"));
      },
    });
    const { createApiRouter } = await import("#lib/api/router.ts");
    const request = new Request(`http://localhost:3000${account.base}/uploads`, { method: "POST", body, duplex: "half", headers: { authorization: `Bearer ${account.administrator.token}`, "content-type": `multipart/form-data; boundary=${boundary}` } } as RequestInit);
    expect((await (await createApiRouter())(request)!).status).toBe(413);
    expect(sent).toBeLessThan(15_000_000);
  });

  test.each<[string, string | Buffer, Record<string, string>]>([
    ["no multipart at all", "{}", { "content-type": "application/json" }], ["multipart without a boundary", "x", { "content-type": "multipart/form-data" }],
    ["multipart with the wrong boundary", "--a\r\n\r\n", { "content-type": "multipart/form-data; boundary=b" }],
    ["an upload that breaks off", '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf', { "content-type": "multipart/form-data; boundary=b" }],
  ])("%s: a sentence, not a failure of ours", async (_, body, headers) => {
    const answer = await upload(body, headers);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.json().error.message).toMatch(/\w{3}/);
  });

  test("fields and no file: 422", async () => {
    const data = new FormData();
    data.append("voice", "true");
    expect((await upload(data)).json().error).toMatchObject({ code: "invalid_input", details: [{ path: "file", message: "required" }] });
  });

  test.skipIf(!existsSync("/dev/full"))("a full disk: 507 with a sentence for the operator, and no half file", async () => {
    const id = newId();
    mkdirSync(path.dirname(storedPath(account.accountId, id)), { recursive: true });
    symlinkSync("/dev/full", `${storedPath(account.accountId, id)}.part`);
    const error = await store(account.accountId, id, Readable.from([Buffer.alloc(100_000)]), 1_000_000).catch((thrown: unknown) => thrown);
    const answer = answerError(error, new Request("http://localhost/x"));
    expect([answer.status, (await answer.json()).error]).toEqual([507, { code: "storage_full", message: expect.stringContaining("disk is full") }]);
    expect(existsSync(storedPath(account.accountId, id))).toBe(false);
    expect(existsSync(`${storedPath(account.accountId, id)}.part`)).toBe(false);
  });
});

test("a database whose disk is full is told as such", async () => {
  const answer = answerError(Object.assign(new Error("could not extend file: No space left on device"), { code: "53100" }), new Request("http://localhost/x"));
  expect(answer.status).toBe(507);
});

describe("sending files", () => {
  test("a file is sent once, by who uploaded it, and at most ten with one message", async () => {
    const { makeInbox } = await import("#tests/factories/make-inbox.ts");
    const { receiveText } = await import("#tests/factories/receive-text.ts");
    const { conversationId } = (await receiveText(account.accountId, (await makeInbox(account.accountId)).id))!;
    const file = (await upload(form(png, "foto.png"))).json().id as string;
    const send = (attachmentIds: string[]) => account.administrator.api("POST", `${account.base}/conversations/${conversationId}/messages`, { attachmentIds });
    expect((await send([file])).body.attachments).toMatchObject([{ id: file }]);
    expect((await send([file])).body.error.details).toEqual([{ path: "attachmentIds", message: "unknown_file" }]);
    expect((await send(Array.from({ length: 11 }, () => newId()))).status).toBe(422);
    expect((await send([file, file])).status).toBe(422);
  });
});
