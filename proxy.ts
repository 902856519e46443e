import { NextResponse, type NextRequest } from "next/server";

/**
 * A content security policy with a nonce of its own for every page: only our scripts run, whatever a message or a name
 * may hold. Headers only; who may see what is decided where data is read.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const development = process.env.NODE_ENV !== "production";
  // Older Safari does not count a socket to the page's own host as 'self'.
  const sockets = new URL(process.env.BASE_URL || `http://localhost:${process.env.PORT ?? 3000}`).origin.replace(/^http/, "ws");
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self' ${sockets}${development ? " ws:" : ""}`,
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  // Where to come back to after signing in (lib/auth/page-session.ts).
  headers.set("x-balcao-path", request.nextUrl.pathname + request.nextUrl.search);
  // Next reads the nonce from here and puts it on its own scripts.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** Pages only. The shop of /demo-site stands for somebody else's website. */
export const config = { matcher: "/((?!api/|_next/|widget/|widget\\.js$|demo-site|icon\\.svg$|favicon\\.ico$).*)" };
