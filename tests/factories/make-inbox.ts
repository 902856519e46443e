import { inAccount } from "#lib/db/tenant.ts";
import { createInbox } from "#lib/inboxes/create-inbox.ts";
import type { InboxView } from "#lib/inboxes/schemas.ts";

const configs = {
  widget: {},
  api: {},
  whatsapp: { phoneNumberId: "106540352242922", accessToken: "a-token", appSecret: "an-app-secret", graphUrl: "http://127.0.0.1:1" },
} as const;

/** A connected channel with a working configuration; `config` overrides it key by key. */
export async function makeInbox(accountId: number, type: keyof typeof configs = "api", options: { name?: string; config?: Record<string, unknown>; restricted?: boolean; memberIds?: string[] } = {}): Promise<InboxView> {
  const { name = `A ${type} inbox`, config = {}, restricted = false, memberIds = [] } = options;
  return inAccount(accountId, async () =>
    createInbox({ kind: "system", accountId }, { name, channel: { ...configs[type], ...config, type }, restricted, memberIds }));
}
