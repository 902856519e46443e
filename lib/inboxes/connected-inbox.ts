import { decrypt, encrypt } from "../auth/secrets.ts";
import type { ChannelType } from "../channels/adapter.ts";
import { adapterOf } from "../channels/registry.ts";
import { systemQuery } from "../db/system.ts";

/** An inbox with its whole configuration, secrets opened: for the channel's own work, never for an answer. */
export type ConnectedInbox = { accountId: number; id: string; name: string; type: ChannelType; token: string; config: Record<string, any>; healthState: string };

type Row = { account_id: number; id: string; name: string; channel_type: ChannelType; token: string; config: Record<string, any>; secrets: Buffer | null; health: { state: string } };
const columns = "account_id, id, name, channel_type, token, config, secrets, health";

/** Kept for two seconds: doors are busy, and a changed secret must count soon. */
const cacheMs = 2_000;
const cache = new Map<string, { at: number; inbox: ConnectedInbox | null }>();

export async function findInboxByToken(token: string): Promise<ConnectedInbox | null> {
  const known = cache.get(token);
  if (known && Date.now() - known.at < cacheMs) return known.inbox;
  const rows = await systemQuery<Row>(`select ${columns} from inboxes where token = $1`, [token]);
  const inbox = rows[0] ? open(rows[0]) : null;
  if (cache.size > 5_000) cache.clear();
  cache.set(token, { at: Date.now(), inbox });
  return inbox;
}

export async function findConnectedInbox(accountId: number, id: string): Promise<ConnectedInbox | null> {
  const rows = await systemQuery<Row>(`select ${columns} from inboxes where account_id = $1 and id = $2`, [accountId, id]);
  return rows[0] ? open(rows[0]) : null;
}

function open(row: Row): ConnectedInbox {
  const secrets = openSecrets(row.account_id, row.id, row.secrets);
  return { accountId: row.account_id, id: row.id, name: row.name, type: row.channel_type, token: row.token, config: { ...row.config, ...secrets }, healthState: row.health.state };
}

export function openSecrets(accountId: number, inboxId: string, secrets: Uint8Array | null): Record<string, any> {
  return secrets ? JSON.parse(decrypt(secrets, secretsIdentity(accountId, inboxId))) : {};
}

/** Splits a parsed configuration into what may be shown and what is sealed. */
export function sealConfig(accountId: number, inboxId: string, type: ChannelType, config: Record<string, any>): { config: Record<string, any>; secrets: Uint8Array<ArrayBuffer> | null } {
  const secretNames = adapterOf(type).secrets as readonly string[];
  const shown = Object.fromEntries(Object.entries(config).filter(([key]) => !secretNames.includes(key)));
  const sealed = Object.fromEntries(Object.entries(config).filter(([key]) => secretNames.includes(key)));
  return { config: shown, secrets: Object.keys(sealed).length ? encrypt(JSON.stringify(sealed), secretsIdentity(accountId, inboxId)) : null };
}

/** What a ciphertext of an inbox is bound to. */
export function secretsIdentity(accountId: number, inboxId: string): string {
  return `inbox:${accountId}:${inboxId}`;
}
