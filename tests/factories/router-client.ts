import { createApiRouter } from "#lib/api/router.ts";

export type RouterAnswer = { status: number; text: string; headers: Headers; json: () => any };
export type RouterClient = (method: string, address: string, options?: { token?: string; body?: unknown; headers?: Record<string, string> }) => Promise<RouterAnswer>;

/** Asks the router that server.ts asks, with whole requests; `body`: an object becomes JSON, text and bytes go as they are. */
export async function routerClient(): Promise<RouterClient> {
  const route = await createApiRouter();
  return async (method, address, { token, body, headers = {} } = {}) => {
    const isRaw = typeof body === "string" || body instanceof Uint8Array || body instanceof FormData;
    const response = await route(new Request(new URL(address, "http://localhost:3000"), {
      method,
      headers: { ...(token && { authorization: `Bearer ${token}` }), ...(body !== undefined && !(body instanceof FormData) && { "content-type": "application/json" }), ...headers },
      ...(body !== undefined && { body: (isRaw ? body : JSON.stringify(body)) as BodyInit }),
    }))!;
    const text = await response.text();
    return { status: response.status, text, headers: response.headers, json: () => JSON.parse(text) };
  };
}
