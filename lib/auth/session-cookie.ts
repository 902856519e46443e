import { encode } from "next-auth/jwt";
import type { Route } from "../api/define-route.ts";
import { env } from "../env.ts";
import { sessionCookieName } from "./authenticate.ts";
import { sessionDays } from "./sessions.ts";

const maxAge = sessionDays * 86_400;

/** `Set-Cookie` for a session opened outside next-auth; the same encrypted token as next-auth writes. */
export async function sessionCookieHeader(secret: string): Promise<string> {
  const token = await encode({ token: { session: secret }, secret: env().secretKeys[0]!, maxAge });
  const secure = env().baseUrl.startsWith("https://") ? "; Secure" : "";
  return `${sessionCookieName()}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure}`;
}

const granted = new WeakMap<Request, string>();

/** Within a handler of a route made by `grantsSession`: this request's answer will carry the session. */
export async function grantSession(request: Request, secret: string): Promise<void> {
  granted.set(request, await sessionCookieHeader(secret));
}

/** A route whose answer may sign the caller in. */
export function grantsSession<R extends Route>(route: R): R {
  const wrapped = async (request: Request, context: Parameters<Route>[1]): Promise<Response> => {
    const response = await route(request, context);
    const cookie = granted.get(request);
    if (cookie && response.ok) response.headers.append("set-cookie", cookie);
    return response;
  };
  return Object.assign(wrapped, { definition: route.definition }) as R;
}
