/** Tells the provider fakes which WhatsApp numbers they play and where to post; after each start, for they forget everything. */
import { systemQuery } from "#lib/db/system.ts";
import { inAccount, transaction } from "#lib/db/tenant.ts";
import { env } from "#lib/env.ts";
import { findConnectedInbox } from "#lib/inboxes/connected-inbox.ts";
import { sentenceOf } from "#lib/operations/sentence-of.ts";
import { waitUntil } from "#lib/operations/wait-until.ts";

const providersUrl = env().DEMO_PROVIDERS_URL;

async function register(accountId: number, inboxId: string): Promise<void> {
  const inbox = (await findConnectedInbox(accountId, inboxId))!;
  // A real number is left alone; one of the fakes may have moved to another port.
  if (!/^http:\/\/127\.0\.0\.1:\d+$/.test(inbox.config.graphUrl)) return;
  if (inbox.config.graphUrl !== providersUrl) {
    await inAccount(accountId, async () => transaction((tx) => tx.$executeRaw`
      update inboxes set config = config || jsonb_build_object('graphUrl', ${providersUrl}::text) where account_id = ${accountId} and id = ${inboxId}::uuid`));
  }
  const { phoneNumberId, businessAccountId, accessToken, appSecret, verifyToken } = inbox.config;
  await post("/fake/numbers", {
    phoneNumberId, accessToken, verifyToken, appSecret: String(appSecret).split(",")[0], ...(businessAccountId && { businessAccountId }), verifiedName: inbox.name,
    displayPhoneNumber: `+${phoneNumberId}`, webhookUrl: `http://127.0.0.1:${env().PORT}/api/channels/whatsapp/${inbox.token}`,
  });
}

async function registerPeople(): Promise<void> {
  const people = await systemQuery<{ account_id: number }>("select distinct account_id from inboxes where channel_type = 'whatsapp'");
  for (const { account_id: accountId } of people) {
    const contacts = await inAccount(accountId, async () => transaction((tx) => tx.$queryRaw<{ name: string; phone: string }[]>`
      select distinct k.name, k.phone from contacts k join (select contact_id from conversations where account_id = ${accountId} order by last_activity_at desc limit 40) c on c.contact_id = k.id
      where k.account_id = ${accountId} and k.phone is not null limit 6`));
    for (const contact of contacts) await post("/fake/people", contact);
  }
}

async function post(path: string, body: unknown): Promise<void> {
  const answer = await fetch(`${providersUrl}${path}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body), signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`The provider fakes answered ${answer.status} to ${path}: ${await answer.text()}`);
}

try {
  // They may just be starting.
  await waitUntil(() => fetch(`${providersUrl}/fake/numbers`).then((answer) => answer.ok, () => false), 30_000, 100);
  const inboxes = await systemQuery<{ account_id: number; id: string }>("select account_id, id from inboxes where channel_type = 'whatsapp'");
  for (const inbox of inboxes) await register(inbox.account_id, inbox.id);
  if (inboxes.length > 0) await registerPeople();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exit(1);
}
