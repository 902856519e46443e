import { decode } from "next-auth/jwt";
import { systemQuery } from "../db/system.ts";
import { env } from "../env.ts";
import { AppError, notFound } from "../errors.ts";
import { logger } from "../logger.ts";
import type { AgentActor } from "./actor.ts";
import { permissionsOf } from "./permissions.ts";
import { hashToken } from "./secrets.ts";

/** Who a request comes from, before any account is chosen. */
export type SignedIn = { userId: string; email: string; name: string; displayName: string | null; locale: string | null; via: "session" | "token"; credentialId: string };

export const sessionCookie = "balcao.session";
/** Name of the session cookie: with HTTPS it carries the prefix that keeps other hosts from setting it. */
export function sessionCookieName(): string {
  return env().baseUrl.startsWith("https://") ? `__Host-${sessionCookie}` : sessionCookie;
}

/** The user behind the bearer token or the session cookie. @throws AppError unauthenticated */
export async function authenticate(headers: Headers): Promise<SignedIn> {
  return (await readSignIn(headers, null)).user;
}

/** The same, together with who that is in one account: one statement. @throws AppError unauthenticated, not_found for a stranger to the account */
export async function authenticateIn(headers: Headers, accountId: number): Promise<{ user: SignedIn; actor: AgentActor }> {
  const { user, membership } = await readSignIn(headers, accountId);
  return { user, actor: toActor(user, accountId, membership) };
}

/** The same user inside one account, with rights as they are now. @throws AppError not_found for a stranger to the account */
export async function actorIn(user: Pick<SignedIn, "userId" | "name" | "displayName">, accountId: number): Promise<AgentActor> {
  const rows = await systemQuery<Membership>(`select ${membershipColumns} from memberships m where m.account_id = $1 and m.user_id = $2`, [accountId, user.userId]);
  return toActor(user, accountId, rows[0]);
}

type Membership = { role: string; team_ids: string[]; restricted: boolean; inbox_ids: string[] };
const membershipColumns = `m.role,
  array(select t.team_id from team_members t where t.account_id = m.account_id and t.user_id = m.user_id) as team_ids,
  exists (select 1 from inboxes i where i.account_id = m.account_id and i.restricted) as restricted,
  array(select i.id from inboxes i where i.account_id = m.account_id and (not i.restricted or exists (
    select 1 from inbox_members im where im.account_id = i.account_id and im.inbox_id = i.id and im.user_id = m.user_id))) as inbox_ids`;

type SignInRow = { user_id: string; email: string; name: string; display_name: string | null; locale: string | null; credential_id: string; stale: boolean } & { [Column in keyof Membership]: Membership[Column] | null };
const credentials = {
  session: "select user_id, id, last_seen_at < now() - interval '1 minute' as stale from sessions where token_hash = $1 and revoked_at is null and expires_at > now()",
  token: "select user_id, id, coalesce(last_used_at < now() - interval '1 minute', true) as stale from api_tokens where token_hash = $1 and (expires_at is null or expires_at > now())",
};

async function readSignIn(headers: Headers, accountId: number | null): Promise<{ user: SignedIn; membership: Membership | undefined }> {
  const credential = await readCredential(headers);
  if (!credential) throw unauthenticated();
  const [row] = await systemQuery<SignInRow>(
    `select u.id as user_id, u.email::text, u.name, u.display_name, u.locale, s.id as credential_id, s.stale, ${membershipColumns}
     from (${credentials[credential.via]}) s join users u on u.id = s.user_id left join memberships m on m.account_id = $2 and m.user_id = u.id`, [credential.hash, accountId]);
  if (!row) throw unauthenticated();
  if (row.stale) touch(credential.via, row.credential_id);
  return {
    user: { userId: row.user_id, email: row.email, name: row.name, displayName: row.display_name, locale: row.locale, via: credential.via, credentialId: row.credential_id },
    membership: row.role === null ? undefined : (row as Membership),
  };
}

function toActor(user: Pick<SignedIn, "userId" | "name" | "displayName">, accountId: number, membership: Membership | undefined): AgentActor {
  if (!membership) throw notFound();
  const rights = permissionsOf(membership.role);
  const seesAll = rights.has("conversation:read-all");
  return {
    kind: "agent", accountId, userId: user.userId, name: user.displayName ?? user.name, role: membership.role, permissions: rights,
    inboxIds: seesAll || !membership.restricted ? null : membership.inbox_ids,
    visibleTeamIds: seesAll ? null : membership.team_ids,
    teamIds: membership.team_ids,
  };
}

async function readCredential(headers: Headers): Promise<{ via: "session" | "token"; hash: Buffer } | null> {
  const bearer = /^Bearer (\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  if (bearer) return { via: "token", hash: hashToken(bearer) };
  const cookie = readCookie(headers.get("cookie") ?? "", sessionCookieName());
  if (!cookie) return null;
  const secret = await sessionSecretOf(cookie);
  return secret ? { via: "session", hash: hashToken(secret) } : null;
}

/** next-auth's cookie is an encrypted JWT; ours carries one thing, the session's random secret. */
const opened = new Map<string, string>();
async function sessionSecretOf(cookie: string): Promise<string | null> {
  const known = opened.get(cookie);
  if (known) return known;
  for (const key of env().secretKeys) {
    const token = await decode({ token: cookie, secret: key }).catch(() => null);
    if (typeof token?.session !== "string") continue;
    if (opened.size > 2_000) opened.clear();
    opened.set(cookie, token.session);
    return token.session;
  }
  return null;
}

function readCookie(header: string, name: string): string | null {
  for (const part of header.split(";")) {
    const [key, ...value] = part.trim().split("=");
    if (key === name) return value.join("=");
  }
  return null;
}

function touch(via: "session" | "token", id: string): void {
  const text = via === "session" ? "update sessions set last_seen_at = now() where id = $1" : "update api_tokens set last_used_at = now() where id = $1";
  systemQuery(text, [id]).catch((error) => logger.warn({ err: error }, "last use was not noted"));
}

function unauthenticated(): AppError {
  return new AppError("unauthenticated", "Sign in, or send a valid API token as a bearer token.");
}
