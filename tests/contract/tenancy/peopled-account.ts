import { randomUUID } from "node:crypto";
import { dispatchEvents } from "#lib/events/dispatch.ts";
import { db, inAccount } from "#lib/db/tenant.ts";
import { asOwner } from "#tests/factories/as-owner.ts";
import { createTestAccount, type TestAccount } from "#tests/factories/create-test-account.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";
import { receiveText } from "#tests/factories/receive-text.ts";

/** By the field or path part that names it. */
export type RowIds = Record<string, string>;
export type PeopledAccount = TestAccount & { ids: RowIds };

/** An account that has one of everything a route can name. */
export async function peopledAccount(): Promise<PeopledAccount> {
  const account = await createTestAccount({ agents: 2 });
  const { accountId, base, administrator: { api, userId } } = account;
  const inbox = await makeInbox(accountId, "api");
  const received = (await receiveText(accountId, inbox.id))!;
  const team = (await api("POST", `${base}/teams`, { name: "Team", memberIds: [userId] })).body;
  const label = (await api("POST", `${base}/labels`, { name: "label" })).body;
  const invitation = (await api("POST", `${base}/invitations`, { email: `${randomUUID()}@tests.example` })).body;
  const sent = (await api("POST", `${base}/conversations/${received.conversationId}/messages`, { content: "Oi" })).body;
  const conversation = (await api("GET", `${base}/conversations/${received.conversationId}`)).body;
  const attachmentId = randomUUID();
  const deliveryId = await inAccount(accountId, async () => {
    await db.attachment.create({ data: { accountId, id: attachmentId, kind: "document", filename: "a.txt", contentType: "text/plain", uploaderId: userId } });
    const event = await db.inboundEvent.create({ data: { accountId, inboxId: inbox.id, bodyHash: Buffer.from(attachmentId), rawBody: Buffer.from("{}"), processedAt: new Date() } });
    return String(event.id);
  });
  while ((await dispatchEvents()) > 0);
  return { ...account, ids: {
    agents: account.agents[0]!.userId, contacts: conversation.contact.id, conversations: received.conversationId, inboxes: inbox.id, invitations: invitation.id, labels: label.id,
    messages: sent.id, teams: team.id, deliveryId, inboxId: inbox.id, contactId: conversation.contact.id, teamId: team.id, teamIds: team.id, assigneeId: account.agents[1]!.userId,
    memberIds: account.agents[1]!.userId, labelIds: label.id, attachmentIds: attachmentId, replyToId: sent.id, userId: account.agents[0]!.userId,
  } };
}

/** Everything an account has, as one text per table; when a token was last used is no matter of the account. */
export async function contentOf(accountId: number): Promise<Record<string, string>> {
  const tables = await asOwner<{ name: string }>("select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'account_id' order by 1");
  const parts = tables.map(({ name }) => `select '${name}' as name, coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '') as content from ${name} t where account_id = $1`);
  const rows = await asOwner<{ name: string; content: string }>([...parts, "select 'accounts', md5(string_agg(t::text, '')) from accounts t where id = $1"].join(" union all "), [accountId]);
  return Object.fromEntries(rows.map((row) => [row.name, row.content]));
}
