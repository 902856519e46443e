import { addRoute, createRouter, findRoute } from "rou3";
import { storableText } from "../db/storable.ts";
import { AppError } from "../errors.ts";
import { logger } from "../logger.ts";
import { metrics } from "../operations/metrics.ts";
import { answerError } from "./answer.ts";
import { loadRoutes, type Handler } from "./load-routes.ts";

/** Addresses under /api that Next itself answers (next-auth). */
const ofNext = /^\/api\/auth(\/|$)/;

/** Serves our route modules past Next. `null`: not ours, Next has it. */
export async function createApiRouter(): Promise<(request: Request) => Promise<Response> | null> {
  const router = createRouter<{ path: string; handler: Handler }>();
  const known = createRouter<true>();
  for (const { method, path, handler } of await loadRoutes()) {
    const pattern = path.replace(/\[(\w+)\]/g, ":$1");
    addRoute(router, method, pattern, { path, handler });
    addRoute(known, "", pattern, true);
  }

  return (request) => {
    const { pathname } = new URL(request.url);
    if (ofNext.test(pathname)) return null;
    const method = request.method === "HEAD" ? "GET" : request.method;
    const match = findRoute(router, method, pathname);
    if (match) return measured(request, match.data.path, () => match.data.handler(request, { params: Promise.resolve(decoded(match.params)) }));
    if (!pathname.startsWith("/api/")) return null;
    const error = findRoute(known, "", pathname)
      ? new AppError("method_not_allowed", `This address does not take ${request.method}.`)
      : new AppError("not_found", "There is nothing at this address. The API is described at /api/openapi.json.");
    return Promise.resolve(answerError(error, request));
  };
}

async function measured(request: Request, route: string, work: () => Promise<Response>): Promise<Response> {
  const started = performance.now();
  const response = await work();
  const seconds = (performance.now() - started) / 1000;
  metrics.http.observe({ method: request.method, route, status: response.status }, seconds);
  if (seconds > 1) logger.warn({ method: request.method, route, status: response.status, seconds }, "slow answer");
  return response;
}

function decoded(params: Record<string, string> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [name, safeDecode(value)]));
}

function safeDecode(value: string): string {
  try {
    return storableText(decodeURIComponent(value));
  } catch {
    return value;
  }
}
