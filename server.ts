import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import next from "next";
import { createApiRouter } from "#lib/api/router.ts";
import { answerError } from "#lib/api/answer.ts";
import { isAllowedHost } from "#lib/api/allowed-host.ts";
import { assertIsolation } from "#lib/db/assert-isolation.ts";
import { systemPool } from "#lib/db/system.ts";
import { db, tenantPool } from "#lib/db/tenant.ts";
import { notFound } from "#lib/errors.ts";
import { env } from "#lib/env.ts";
import { logger } from "#lib/logger.ts";
import { readiness } from "#lib/operations/check-health.ts";
import { mayReadMetrics } from "#lib/operations/may-read-metrics.ts";
import { metrics } from "#lib/operations/metrics.ts";
import { noteTrueAddress } from "#lib/auth/client-address.ts";
import { startRealtime } from "#lib/realtime/server.ts";
import { redis } from "#lib/redis.ts";

// One HTTP server: our routes served directly, Socket.IO, and Next for the pages.
const config = env();
process.env.NEXTAUTH_URL = config.baseUrl;
process.env.NEXTAUTH_SECRET = config.secretKeys[0];

await assertIsolation();
const api = await createApiRouter();
const servePage = await preparePages();
const serveApi = getRequestListener((request) => api(request) ?? answerError(notFound(), request), { overrideGlobalObjects: false });

const server = createServer((request, response) => {
  if (!isAllowedHost(request.headers.host)) return refuseHost(response);
  if (request.url === "/metrics") return void serveMetrics(request, response);
  noteTrueAddress(request);
  if (isOurs(request)) return void serveApi(request, response);
  void servePage(request, response);
});
// Longer than any balancer keeps an idle connection, so that it never sends into one we are closing.
server.keepAliveTimeout = 75_000;
server.on("error", (error: NodeJS.ErrnoException) => {
  logger.fatal(error.code === "EADDRINUSE" ? `Port ${config.PORT} is taken: choose another with PORT.` : error.message);
  process.exit(1);
});

const realtime = await startRealtime(server, isAllowedHost);
server.listen(config.PORT, process.env.HOST ?? "0.0.0.0", () => {
  readiness.ready = true;
  logger.info({ port: config.PORT, baseUrl: config.baseUrl }, "serving");
});

let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  readiness.ready = false;
  setTimeout(() => process.exit(1), 25_000).unref();
  server.closeIdleConnections();
  const closed = new Promise((resolve) => server.close(resolve));
  await realtime.stop();
  server.closeIdleConnections();
  await closed;
  await Promise.allSettled([db.$disconnect(), tenantPool.end(), systemPool.end()]);
  redis.disconnect();
  process.exit(0);
}

/** BALCAO_PAGES=off: API, doors and sockets only, for a process that serves no people (and for tests of those roads). */
async function preparePages(): Promise<(request: IncomingMessage, response: ServerResponse) => Promise<void> | void> {
  if (process.env.BALCAO_PAGES === "off") return (_request, response) => void response.writeHead(404).end();
  // In production Next gets a server nobody connects to: left to itself it would listen for upgrades on ours, past the host check.
  const pages = next({ dev: !config.isProduction, hostname: "127.0.0.1", port: config.PORT, ...(config.isProduction && { httpServer: createServer() }) });
  await pages.prepare();
  return pages.getRequestHandler();
}

function isOurs(request: IncomingMessage): boolean {
  const url = request.url ?? "";
  return (url.startsWith("/api/") && !url.startsWith("/api/auth/")) || /^\/widget\/[^/.]+(\?|$)/.test(url);
}

function refuseHost(response: ServerResponse): void {
  response.writeHead(421, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify({ error: { code: "wrong_host", message: "This server does not answer to this host name. Set BASE_URL (or ALLOWED_HOSTS) to the address you open." } }));
}

async function serveMetrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const status = mayReadMetrics({ headers: request.headers, remoteAddress: request.socket.remoteAddress }, config.METRICS_TOKEN);
  if (status !== 200) return void response.writeHead(status).end();
  for (const namespace of ["/", "/widget"]) metrics.sockets.set({ namespace }, realtime.io.of(namespace).sockets.size);
  try {
    // Gathered before the head is written.
    const text = await metrics.registry.metrics();
    response.writeHead(200, { "content-type": metrics.registry.contentType }).end(text);
  } catch (error) {
    response.writeHead(503).end(String((error as Error).message));
  }
}
