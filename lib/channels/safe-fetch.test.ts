import { once } from "node:events";
import http from "node:http";
import net, { type AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ChannelError } from "./adapter.ts";
import { createSafeFetch } from "./safe-fetch.ts";

/** A server that plays each part by path, and remembers what it saw. */
const seen: { url: string; method: string; headers: http.IncomingHttpHeaders; body: string }[] = [];
const server = http.createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url!, "http://x");
  seen.push({ url: request.url!, method: request.method!, headers: request.headers, body: Buffer.concat(chunks).toString() });
  if (url.pathname === "/redirect") return response.writeHead(Number(url.searchParams.get("status") ?? 302), { location: url.searchParams.get("to")! }).end();
  if (url.pathname === "/loop") return response.writeHead(302, { location: "/loop" }).end();
  if (url.pathname === "/silent") return;
  if (url.pathname === "/drop") return void request.socket.destroy();
  if (url.pathname === "/trickle") {
    response.writeHead(200).write("a");
    return;
  }
  if (url.pathname === "/big") {
    response.writeHead(200);
    const timer = setInterval(() => response.write(Buffer.alloc(64 * 1024)), 1);
    return void response.on("close", () => clearInterval(timer));
  }
  response.writeHead(url.pathname === "/empty" ? 204 : 200, { "content-type": "text/plain" }).end(url.pathname === "/empty" ? undefined : "fine");
});
let base = "";
let port = 0;
beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  port = (server.address() as AddressInfo).port;
  base = `http://127.0.0.1:${port}`;
});
afterAll(() => { server.closeAllConnections(); server.close(); });

const allowed = createSafeFetch({ allowPrivateAddresses: true });
const strict = createSafeFetch({ allowPrivateAddresses: false });
const failure = async (promise: Promise<unknown>) => {
  const error = await promise.then(() => undefined, (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ChannelError);
  const { kind, code } = error as ChannelError;
  return `${kind}/${code}`;
};

describe("what may be asked", () => {
  test.each([
    "http://example.com/", "ftp://example.com/", "file:///etc/passwd", "not a url", "https://127.0.0.1/", "https://2130706433/", "https://0x7f000001/",
    "https://0177.0.0.1/", "https://127.1/", "https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://169.254.169.254/latest/meta-data/",
    "https://10.0.0.8/", "https://user:secret@example.com/", "https://0/",
  ])("%s is refused", async (url) => expect(await failure(strict(url))).toBe("rejected/address_not_allowed"));

  test("a name that resolves to a private address is refused, also among public ones", async () => {
    for (const addresses of [["10.0.0.1"], ["93.184.215.14", "127.0.0.1"], ["::ffff:192.168.0.1"], ["169.254.169.254"]]) {
      const fetch = createSafeFetch({ allowPrivateAddresses: false, resolve: async () => addresses.map((address) => ({ address, family: net.isIP(address) })) });
      expect(await failure(fetch("https://evil.example/"))).toBe("rejected/address_not_allowed");
    }
  });

  test("a name that changes its answer is connected to at the address that was checked", async () => {
    let questions = 0;
    // Rebinding: first a good address, from then on an address that must never be reached.
    const fetch = createSafeFetch({ allowPrivateAddresses: true, resolve: async () => [{ address: questions++ === 0 ? "127.0.0.1" : "169.254.169.254", family: 4 }] });
    expect(await (await fetch(`http://rebind.example:${port}/`)).text()).toBe("fine");
    expect(questions).toBe(1);
    expect(await failure(fetch("http://rebind.example:81/"))).toBe("rejected/address_not_allowed");
  });

  test("metadata services are refused even where private networks are allowed", async () => {
    expect(await failure(allowed("http://169.254.169.254/latest/"))).toBe("rejected/address_not_allowed");
  });
});

describe("redirects", () => {
  test("are followed, and a POST becomes a GET as browsers do", async () => {
    const answer = await allowed(`${base}/redirect?to=/target`, { method: "POST", body: "x" });
    expect(await answer.text()).toBe("fine");
    expect(seen.at(-1)).toMatchObject({ url: "/target", method: "GET", body: "" });
  });

  test("307 keeps method and body", async () => {
    await (await allowed(`${base}/redirect?status=307&to=/target`, { method: "POST", body: "x" })).text();
    expect(seen.at(-1)).toMatchObject({ method: "POST", body: "x" });
  });

  test("each target is checked again", async () => {
    expect(await failure(allowed(`${base}/redirect?to=http://169.254.169.254/`))).toBe("rejected/address_not_allowed");
    expect(await failure(allowed(`${base}/redirect?to=file:///etc/passwd`))).toBe("rejected/address_not_allowed");
  });

  test("four in a row are too many, and none when refused", async () => {
    expect(await failure(allowed(`${base}/loop`))).toBe("rejected/redirect_refused");
    expect(await failure(allowed(`${base}/redirect?to=/target`, { redirect: "error" }))).toBe("rejected/redirect_refused");
  });

  test("credentials do not travel to another origin", async () => {
    await (await allowed(`${base}/redirect?to=http://localhost:${port}/target`, { headers: { authorization: "Bearer secret" } })).text();
    expect(seen.at(-1)?.headers.authorization).toBeUndefined();
    await (await allowed(`${base}/redirect?to=/target`, { headers: { authorization: "Bearer secret" } })).text();
    expect(seen.at(-1)?.headers.authorization).toBe("Bearer secret");
  });
});

describe("bounds", () => {
  test("an endless answer is cut", async () => {
    const answer = await allowed(`${base}/big`, { maxBytes: 200_000 });
    expect(await failure(answer.arrayBuffer())).toBe("rejected/too_large");
  });

  test("a server that says nothing: unknown for a POST, retry for a GET", async () => {
    expect(await failure(allowed(`${base}/silent`, { method: "POST", timeoutMs: 150 }))).toBe("unknown/timeout");
    expect(await failure(allowed(`${base}/silent`, { timeoutMs: 150 }))).toBe("retry/timeout");
  });

  test("an answer that stops half-way is given up", async () => {
    const answer = await allowed(`${base}/trickle`, { timeoutMs: 150 });
    expect(await failure(answer.text())).toBe("retry/timeout");
  });

  test("a connection that breaks after the request left is unknown for a POST", async () => {
    expect(await failure(allowed(`${base}/drop`, { method: "POST", body: "x" }))).toBe("unknown/network");
    expect(await failure(allowed(`${base}/drop`))).toBe("retry/network");
  });

  test("a refused connection and an unknown name left nothing behind: retry", async () => {
    expect(await failure(allowed("http://127.0.0.1:9/", { method: "POST", body: "x" }))).toBe("retry/network");
    const nowhere = createSafeFetch({ allowPrivateAddresses: true, resolve: async () => { throw Object.assign(new Error("no"), { code: "ENOTFOUND" }); } });
    expect(await failure(nowhere("http://nowhere.example/", { method: "POST" }))).toBe("retry/network");
  });

  test("a signal ends it", async () => {
    const controller = new AbortController();
    const pending = failure(allowed(`${base}/silent`, { method: "POST", signal: controller.signal }));
    setTimeout(() => controller.abort(), 50);
    expect(await pending).toBe("unknown/network");
    expect(await failure(allowed(`${base}/`, { signal: controller.signal }))).toBe("retry/aborted");
  });
});

describe("as a fetch", () => {
  test("carries forms, headers and empty answers", async () => {
    const form = new FormData();
    form.append("file", new Blob(["abc"], { type: "image/png" }), "a.png");
    const answer = await allowed(`${base}/empty`, { method: "POST", body: form });
    expect(answer.status).toBe(204);
    expect(seen.at(-1)?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(seen.at(-1)?.body).toContain('filename="a.png"');
  });
});
