import type { NextAuthOptions } from "next-auth";
import { readBytes } from "../api/read-json.ts";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { logger } from "../logger.ts";
import { sessionCookieName } from "./authenticate.ts";
import { clientAddress } from "./client-address.ts";
import { revokeSessionBySecret, sessionDays, signIn } from "./sessions.ts";

/**
 * next-auth as a thin shell around lib/auth/sessions.ts: its cookie is an encrypted token that holds the session's random
 * secret and nothing else, so taking a session away is a row in our database. The rest of the house knows only lib/auth.
 */
function options(): NextAuthOptions {
  const secure = env().baseUrl.startsWith("https://");
  return {
    secret: env().secretKeys[0],
    session: { strategy: "jwt", maxAge: sessionDays * 86_400 },
    useSecureCookies: secure,
    cookies: { sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: "lax", path: "/", secure } } },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [{
      id: "credentials", name: "credentials", type: "credentials", credentials: {},
      async authorize(credentials: Record<string, unknown> | undefined, request: { headers?: Record<string, string> }) {
        const headers = new Headers(request.headers);
        try {
          const { secret } = await signIn(
            { email: String(credentials?.email ?? "").slice(0, 254), password: String(credentials?.password ?? "") },
            { ipAddress: clientAddress(headers), userAgent: headers.get("user-agent") });
          return { id: secret };
        } catch (error) {
          // next-auth hands this message to the page as its `error`: the code, never the cause.
          if (!(error instanceof AppError)) logger.error({ err: error }, "sign-in failed");
          throw new Error(error instanceof AppError ? error.code : "unavailable", { cause: error });
        }
      },
    } as any],
    callbacks: {
      jwt: ({ token, user }) => ({ session: user ? user.id : token.session }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.session === "string") await revokeSessionBySecret(token.session);
      },
    },
    logger: { error: (code, details) => logger.warn({ code, details: String((details as { message?: string })?.message ?? "") }, "next-auth"), warn: () => {}, debug: () => {} },
  };
}

/** Serves /api/auth/… from a plain Request, so that it needs nothing of Next's own request scope. */
export async function answerAuth(request: Request, action: string[]): Promise<Response> {
  process.env.NEXTAUTH_URL ??= env().baseUrl;
  const imported: any = await import("next-auth");
  const handle = imported.default.default ?? imported.default;
  const response = new Answer();
  await handle({
    method: request.method,
    headers: Object.fromEntries(request.headers),
    query: { ...Object.fromEntries(new URL(request.url).searchParams), nextauth: action },
    cookies: readCookies(request.headers.get("cookie") ?? ""),
    body: request.method === "POST" ? await readBody(request) : undefined,
  }, response, options());
  return response.toResponse();
}

/** The few methods of a Node response that next-auth uses. */
class Answer {
  #status = 200;
  #headers = new Headers({ "cache-control": "no-store" });
  #cookies: string[] = [];
  #body: string | null = null;

  status(status: number): this {
    this.#status = status;
    return this;
  }
  getHeader(name: string): string | string[] | undefined {
    return name.toLowerCase() === "set-cookie" ? this.#cookies : (this.#headers.get(name) ?? undefined);
  }
  setHeader(name: string, value: string | string[]): this {
    if (name.toLowerCase() === "set-cookie") this.#cookies = [value].flat();
    else this.#headers.set(name, String(value));
    return this;
  }
  json(body: unknown): void {
    this.#headers.set("content-type", "application/json; charset=utf-8");
    this.#body = JSON.stringify(body);
  }
  send(body: unknown): void {
    if (body === undefined || body === null) return;
    if (typeof body === "string") this.#body = body;
    else this.json(body);
  }
  end(): void {}
  toResponse(): Response {
    for (const cookie of this.#cookies) this.#headers.append("set-cookie", cookie);
    return new Response(this.#body, { status: this.#status, headers: this.#headers });
  }
}

async function readBody(request: Request): Promise<Record<string, unknown>> {
  const text = Buffer.from(await readBytes(request, 20_000)).toString("utf8");
  if (!(request.headers.get("content-type") ?? "").includes("json")) return Object.fromEntries(new URLSearchParams(text));
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

function readCookies(header: string): Record<string, string> {
  return Object.fromEntries(header.split(";").map((part) => part.trim().split("=")).filter(([name]) => name).map(([name, ...value]) => {
    const raw = value.join("=");
    try {
      return [name!, decodeURIComponent(raw)];
    } catch {
      return [name!, raw];
    }
  }));
}
