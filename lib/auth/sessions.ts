import { storableText } from "../db/storable.ts";
import { systemQuery } from "../db/system.ts";
import { AppError } from "../errors.ts";
import { newId } from "../ids.ts";
import { forgive, limit } from "../api/rate-limit.ts";
import { isPassword } from "./password.ts";
import { hashToken, randomToken } from "./secrets.ts";

export const sessionDays = 30;

/**
 * Checks e-mail and password and opens a session. Unknown users and wrong passwords get the same answer in the same time.
 * @returns the session's secret, for the cookie
 * @throws AppError invalid_credentials, rate_limited
 */
export async function signIn(input: { email: string; password: string }, from: { ipAddress: string; userAgent: string | null }): Promise<{ secret: string; userId: string }> {
  const email = storableText(input.email).trim().toLowerCase();
  await limit("sign-in-address", from.ipAddress);
  await limit("sign-in-email", email);
  const rows = await systemQuery<{ id: string; password_hash: string }>("select id, password_hash from users where email = $1", [email]);
  const user = rows[0] ?? null;
  if (!(await isPassword(input.password, user?.password_hash ?? null)))
    throw new AppError("invalid_credentials", "E-mail or password is wrong.");
  await forgive("sign-in-email", email);
  return { secret: await openSession(user!.id, from), userId: user!.id };
}

export async function openSession(userId: string, from: { ipAddress: string | null; userAgent: string | null }): Promise<string> {
  const secret = randomToken();
  await systemQuery(
    `insert into sessions (id, token_hash, user_id, ip_address, user_agent, expires_at) values ($1, $2, $3, $4, $5, now() + make_interval(days => $6))`,
    [newId(), hashToken(secret), userId, from.ipAddress, from.userAgent?.slice(0, 300) ?? null, sessionDays]);
  return secret;
}

export type SessionRow = { id: string; ipAddress: string | null; userAgent: string | null; createdAt: Date; lastSeenAt: Date };

export async function listSessions(userId: string): Promise<SessionRow[]> {
  return systemQuery<SessionRow>(
    `select id, ip_address as "ipAddress", user_agent as "userAgent", created_at as "createdAt", last_seen_at as "lastSeenAt"
     from sessions where user_id = $1 and revoked_at is null and expires_at > now() order by last_seen_at desc limit 100`, [userId]);
}

/** Revoking what is already gone is no error. Open sockets notice within two seconds (lib/realtime/server.ts). */
export async function revokeSession(userId: string, sessionId: string): Promise<void> {
  await systemQuery("update sessions set revoked_at = now() where user_id = $1 and id = $2 and revoked_at is null", [userId, sessionId]);
}

/** After a new password: everywhere else is signed out. */
export async function revokeOtherSessions(userId: string, keepSessionId: string | null): Promise<void> {
  await systemQuery("update sessions set revoked_at = now() where user_id = $1 and revoked_at is null and ($2::uuid is null or id <> $2)", [userId, keepSessionId]);
}

/** Signing out, by what the cookie carries. */
export async function revokeSessionBySecret(secret: string): Promise<void> {
  await systemQuery("update sessions set revoked_at = now() where token_hash = $1 and revoked_at is null", [hashToken(secret)]);
}
