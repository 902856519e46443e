import { ApiError } from "./api-error.ts";
import type { Routes } from "./routes.gen.ts";

export type RouteName = keyof Routes;
/** What a route takes and gives back. */
export type InputOf<Name extends RouteName> = Omit<Routes[Name], "output">;
export type OutputOf<Name extends RouteName> = Routes[Name]["output"];

type Input = { params?: object; query?: object; body?: unknown };
type Options = { signal?: AbortSignal };

/** Asks our API, typed by its own routes: `call("GET /api/profile", {})`. @throws ApiError */
export async function call<Name extends RouteName>(name: Name, input: InputOf<Name>, options: Options = {}): Promise<OutputOf<Name>> {
  const [method = "GET", template = ""] = name.split(" ");
  const { params, query, body } = input as Input;
  const response = await reach(address(template, params, query), {
    method,
    credentials: "same-origin",
    headers: body === undefined ? { accept: "application/json" } : { accept: "application/json", "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: options.signal ?? null,
  });
  if (!response.ok) throw await refusal(response);
  return (response.status === 204 ? undefined : await response.json()) as OutputOf<Name>;
}

/** Fills `{name}` from params and appends the query's defined values. */
export function address(template: string, params: object = {}, query: object = {}): string {
  const values = params as Record<string, unknown>;
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined && value !== null && value !== "") search.set(key, String(value));
  return search.size ? `${path}?${search}` : path;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError("offline", 0, "The server could not be reached.");
  }
}

/** Reads `{ error: { code, message, details? } }`; anything else (a proxy's page) is `internal` or `unavailable`. */
export async function refusal(response: Response): Promise<ApiError> {
  const retryAfter = Number(response.headers.get("retry-after")) || undefined;
  const body = (await response.json().catch(() => null)) as { error?: { code: ApiError["code"]; message: string; details?: ApiError["details"] } } | null;
  if (body?.error?.code) return new ApiError(body.error.code, response.status, body.error.message, body.error.details, retryAfter);
  return new ApiError(response.status >= 502 && response.status <= 504 ? "unavailable" : "internal", response.status, response.statusText);
}
