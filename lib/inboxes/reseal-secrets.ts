import { reseal } from "../auth/secrets.ts";
import { systemQuery } from "../db/system.ts";
import { db, inAccount } from "../db/tenant.ts";
import { env } from "../env.ts";
import { secretsIdentity } from "./connected-inbox.ts";

/**
 * Seals every channel's secrets under the newest key, so that the others of SECRET_KEY can be dropped. Repeating it changes
 * nothing. @returns how many were sealed anew, and of how many inboxes (by name) no key of the ring opens them
 */
export async function resealSecrets(): Promise<{ resealed: number; closed: string[] }> {
  const outcome = { resealed: 0, closed: [] as string[] };
  if (env().secretKeys.length < 2) return outcome;
  const inboxes = await systemQuery<{ account_id: number; id: string; name: string; secrets: Buffer }>("select account_id, id, name, secrets from inboxes where secrets is not null");
  for (const { account_id: accountId, id, name, secrets } of inboxes) {
    const sealed = tryToReseal(secrets, secretsIdentity(accountId, id));
    if (sealed === undefined) outcome.closed.push(name);
    // What an administrator saved meanwhile stays.
    else if (sealed) outcome.resealed += await inAccount(accountId, async () => db.$executeRaw`update inboxes set secrets = ${sealed} where account_id = ${accountId} and id = ${id}::uuid and secrets = ${new Uint8Array(secrets)}`);
  }
  return outcome;
}

function tryToReseal(secrets: Uint8Array, identity: string): Uint8Array | null | undefined {
  try {
    return reseal(secrets, identity);
  } catch {
    return undefined;
  }
}
