import { randomUUID } from "node:crypto";
import { createAccount } from "#lib/accounts/create-account.ts";
import type { AgentActor } from "#lib/auth/actor.ts";
import { createApiToken } from "#lib/auth/api-tokens.ts";
import { actorIn } from "#lib/auth/authenticate.ts";
import type { RoleName } from "#lib/auth/permissions.ts";
import { systemQuery } from "#lib/db/system.ts";
import { newId } from "#lib/ids.ts";
import { type ApiClient, apiClient } from "./api-client.ts";

export const testPassword = "a-long-password-for-tests";

export type TestAgent = { userId: string; name: string; email: string; token: string; api: ApiClient; actor: () => Promise<AgentActor> };
export type TestAccount = { accountId: number; base: string; administrator: TestAgent; agents: TestAgent[] };

/** An account of its own for one test: an administrator and as many agents as asked for, each with an API client. */
export async function createTestAccount(options: { agents?: number; name?: string; locale?: "pt-BR" | "en" | "es"; timeZone?: string } = {}): Promise<TestAccount> {
  const mark = randomUUID().slice(0, 8);
  const email = `admin-${mark}@tests.example`;
  const { accountId, userId } = await createAccount({
    name: options.name ?? `Account ${mark}`, ...(options.locale && { locale: options.locale }), ...(options.timeZone && { timeZone: options.timeZone }),
    administrator: { name: "Ada Administrator", email, password: testPassword },
  });
  const administrator = await describe(accountId, userId, "Ada Administrator", email);
  const agents: TestAgent[] = [];
  for (let n = 1; n <= (options.agents ?? 0); n++) agents.push(await addTestAgent(accountId, { name: `Agent ${n}`, email: `agent-${n}-${mark}@tests.example` }));
  return { accountId, base: `/api/accounts/${accountId}`, administrator, agents };
}

/** Shares the administrator's password hash, so that a hundred agents cost nothing. */
export async function addTestAgent(accountId: number, input: { name?: string; email?: string; role?: RoleName } = {}): Promise<TestAgent> {
  const userId = newId();
  const name = input.name ?? "Some Agent";
  const email = input.email ?? `${userId}@tests.example`;
  await systemQuery(`insert into users (id, email, name, password_hash) select $1, $2, $3, u.password_hash
    from memberships m join users u on u.id = m.user_id where m.account_id = $4 order by m.created_at limit 1`, [userId, email, name, accountId]);
  await systemQuery("insert into memberships (account_id, user_id, role) values ($1, $2, $3)", [accountId, userId, input.role ?? "agent"]);
  return describe(accountId, userId, name, email);
}

async function describe(accountId: number, userId: string, name: string, email: string): Promise<TestAgent> {
  const { token } = await createApiToken(userId, { name: "tests" });
  return { userId, name, email, token, api: apiClient(token), actor: () => actorIn({ userId, name, displayName: null }, accountId) };
}
