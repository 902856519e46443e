import { once } from "node:events";
import { readFile } from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { controlApi } from "./graph/control-api.ts";
import { graphApi, type Call, type Reply } from "./graph/graph-api.ts";
import { keepWorld } from "./graph/keep-world.ts";
import { Ticks } from "./graph/ticks.ts";
import { WebhookPost } from "./graph/webhooks.ts";
import { World } from "./graph/world.ts";
import { WebhookReceiver } from "./webhook-receiver.ts";

const pages: Record<string, [file: string, contentType: string]> = {
  "/": ["index.html", "text/html; charset=utf-8"], "/fake": ["index.html", "text/html; charset=utf-8"],
  "/fake/page.css": ["page.css", "text/css"], "/fake/page.js": ["page.js", "text/javascript"], "/fake/bubble.js": ["bubble.js", "text/javascript"],
};
const maxBody = 110 << 20;

export type GraphServer = { url: string; world: World; close: () => Promise<void> };

/**
 * A stand-in for graph.facebook.com and for the customers' phones, over HTTP on the loopback: what tests and development talk to.
 * `GET /` is a page where anyone can write as a WhatsApp customer. With `keepIn`, a file remembers numbers, people and chats.
 */
export async function startGraphServer(options: { port?: number; keepIn?: string } = {}): Promise<GraphServer> {
  const world = new World();
  const kept = options.keepIn ? keepWorld(world, options.keepIn) : undefined;
  const webhooks = new WebhookPost(world);
  const ticks = new Ticks(world, webhooks);
  const receiver = new WebhookReceiver();

  const server = http.createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
      response.end(String(error));
    });
  });

  async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const base = `http://${request.headers.host ?? "127.0.0.1"}`;
    const url = new URL(request.url ?? "/", base);
    if (request.method === "GET" && pages[url.pathname]) return sendPage(response, pages[url.pathname]!);
    if (request.method === "GET" && url.pathname === "/fake/events") return stream(request, response, world);
    const call: Call = { method: request.method ?? "GET", url, headers: request.headers as Record<string, string>, body: await readBody(request), base };
    const isControl = url.pathname.startsWith("/fake/");
    if (!isControl) remember(world, call);
    const reply = isControl ? (receiver.handle(call) ?? await controlApi(call, world, webhooks, ticks)) : await graphApi(call, world, ticks);
    send(response, reply ?? { status: 404, body: { error: "There is nothing here." } });
  }

  await once(server.listen(options.port ?? 0, "127.0.0.1"), "listening");
  // Messages that were under way when an earlier run ended go on.
  for (const entry of world.entries.values()) ticks.schedule(entry);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    world,
    async close() {
      await kept?.flush();
      webhooks.close();
      ticks.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: http.ServerResponse, reply: Reply): void {
  if (reply.drop) return void response.socket?.destroy();
  const bytes = reply.bytes ?? Buffer.from(JSON.stringify(reply.body ?? {}));
  response.writeHead(reply.status, { "content-type": "application/json", ...reply.headers, "content-length": bytes.length }).end(bytes);
}

async function sendPage(response: http.ServerResponse, [file, contentType]: [string, string]): Promise<void> {
  const bytes = await readFile(path.join(import.meta.dirname, "page", file));
  response.writeHead(200, { "content-type": contentType, "cache-control": "no-store", "content-security-policy": "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:" }).end(bytes);
}

/** Everything that happens, as server-sent events. */
function stream(request: http.IncomingMessage, response: http.ServerResponse, world: World): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(": hello\n\n");
  const stop = world.listen((event) => response.write(`data: ${JSON.stringify(event)}\n\n`));
  const pulse = setInterval(() => response.write(": still here\n\n"), 20_000);
  request.on("close", () => { stop(); clearInterval(pulse); });
}

async function readBody(request: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBody) throw new Error("The body is too large.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The last two thousand calls, for tests and curious people; tokens are left out. */
function remember(world: World, call: Call): void {
  const { authorization: _, ...headers } = call.headers;
  const isJson = call.headers["content-type"]?.startsWith("application/json");
  world.requests.push({ at: Date.now(), method: call.method, path: call.url.pathname + call.url.search, headers, body: isJson ? safeJson(call.body) : call.body.length });
  if (world.requests.length > 2_000) world.requests.splice(0, 500);
}

function safeJson(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString());
  } catch {
    return raw.toString();
  }
}
