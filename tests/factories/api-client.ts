import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "#lib/operations/project-root.ts";

export type ApiAnswer<Body = any> = { status: number; body: Body; headers: Headers };
export type ApiClient = (method: string, url: string, body?: unknown, headers?: Record<string, string>) => Promise<ApiAnswer>;

/**
 * Calls the route modules as the server does, without a socket: `api("POST", "/api/accounts/1/labels", { name: "x" })`.
 * `token`: whose bearer token goes along.
 */
export function apiClient(token?: string): ApiClient {
  return async (method, url, body, headers = {}) => {
    const request = new Request(new URL(url, "http://localhost:3000"), {
      method,
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const { file, params } = findRoute(new URL(request.url).pathname);
    const module = await import(pathToFileURL(file).href);
    if (!module[method]) return { status: 405, body: null, headers: new Headers() };
    const response: Response = await module[method](request, { params: Promise.resolve(params) });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
  };
}

/** Walks app/ along the path; a folder in brackets takes what no other folder is named after. */
function findRoute(pathname: string): { file: string; params: Record<string, string> } {
  const params: Record<string, string> = {};
  let folder = path.join(projectRoot, "app");
  const segments = pathname.split("/").filter(Boolean);
  for (const [index, segment] of segments.entries()) {
    const named = path.join(folder, segment);
    if (existsSync(named)) folder = named;
    else {
      const name = parameterFolders(folder)[0];
      if (!name) throw new Error(`No route for ${pathname} below ${folder}`);
      const rest = /^\[\.\.\.(\w+)\]$/.exec(name);
      params[rest?.[1] ?? name.slice(1, -1)] = rest ? segments.slice(index).join("/") : decodeURIComponent(segment);
      folder = path.join(folder, name);
      if (rest) break;
    }
  }
  const file = path.join(folder, "route.ts");
  if (!existsSync(file)) throw new Error(`No route for ${pathname}: ${file} is missing`);
  return { file, params };
}

function parameterFolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name.startsWith("[")).map((entry) => entry.name);
}
