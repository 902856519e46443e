import { systemQuery } from "../db/system.ts";
import { newId } from "../ids.ts";
import { hashToken, randomToken } from "./secrets.ts";

export type ApiTokenRow = { id: string; name: string; hint: string; createdAt: Date; lastUsedAt: Date | null; expiresAt: Date | null };

/** The token itself is in this answer only; its hash is kept. */
export async function createApiToken(userId: string, input: { name: string; expiresAt?: Date | null }): Promise<ApiTokenRow & { token: string }> {
  const token = randomToken("blc_");
  const rows = await systemQuery<ApiTokenRow>(
    `insert into api_tokens (id, user_id, name, token_hash, hint, expires_at) values ($1, $2, $3, $4, $5, $6)
     returning id, name, hint, created_at as "createdAt", last_used_at as "lastUsedAt", expires_at as "expiresAt"`,
    [newId(), userId, input.name, hashToken(token), token.slice(0, 9), input.expiresAt ?? null]);
  return { ...rows[0]!, token };
}

export async function listApiTokens(userId: string): Promise<ApiTokenRow[]> {
  return systemQuery<ApiTokenRow>(
    `select id, name, hint, created_at as "createdAt", last_used_at as "lastUsedAt", expires_at as "expiresAt"
     from api_tokens where user_id = $1 order by created_at desc limit 200`, [userId]);
}

export async function deleteApiToken(userId: string, tokenId: string): Promise<void> {
  await systemQuery("delete from api_tokens where user_id = $1 and id = $2", [userId, tokenId]);
}
