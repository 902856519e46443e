import type { Actor } from "../auth/actor.ts";
import type { InboundMessage } from "../channels/adapter.ts";
import { clock } from "../clock.ts";
import type { Placement } from "../conversations/schemas.ts";
import type { Transaction } from "../db/tenant.ts";
import { recordAll } from "../events/record.ts";
import { newId } from "../ids.ts";
import { applyEarlyEvents } from "./apply-early-events.ts";
import { messagePreview } from "./message-preview.ts";
import { receiveMessage } from "./receive-message.ts";

/**
 * Many messages of one inbox, in order, in one transaction: does what `receiveMessage` does for each, with two statements
 * for all that simply continue an open conversation of a known contact. The others go one by one.
 * @returns for each message whether it is new (false: the inbox had it already)
 */
export async function receiveMessages(tx: Transaction, actor: Actor, inbox: { id: string }, messages: InboundMessage[]): Promise<boolean[]> {
  const simple = continuations(messages);
  const stored = await continueConversations(tx, actor, inbox.id, [...simple].map((n) => ({ n, message: messages[n]! })));
  const isNew: boolean[] = [];
  for (const [n, message] of messages.entries()) isNew.push(stored.has(n) || (await receiveMessage(actor, inbox, message, { within: tx })) !== null);
  return isNew;
}

/**
 * Which of them may be taken together. What one person wrote keeps its order: after a message that goes alone, so do the
 * rest of theirs; a person must be named by the same ids all along; a repeated message goes alone and finds the first.
 */
function continuations(messages: InboundMessage[]): Set<number> {
  const person = new Map<string, string>();
  const alone = new Set<string>();
  const seen = new Set<string>();
  const chosen = new Set<number>();
  for (const [n, message] of messages.entries()) {
    const ids = message.from.externalIds;
    const name = ids.join(" ");
    const isPlain = !message.echo && !message.attachments?.length && !message.replyToExternalId;
    const isAlone = !isPlain || seen.has(message.externalId) || ids.length === 0 || ids.some((id) => alone.has(id) || (person.get(id) ?? name) !== name);
    for (const id of ids) {
      person.set(id, name);
      if (isAlone) alone.add(id);
    }
    seen.add(message.externalId);
    if (!isAlone) chosen.add(n);
  }
  return chosen;
}

type Stored = { n: number; id: string; externalId: string; early: boolean; conversationId: string } & Placement;

/** @returns those it stored; the others' contact, conversation or message was not as a continuation needs it */
async function continueConversations(tx: Transaction, actor: Actor, inboxId: string, given: { n: number; message: InboundMessage }[]): Promise<Set<number>> {
  if (!given.length) return new Set();
  const { accountId } = actor;
  const now = clock.now();
  const rows = given.map(({ n, message }) => {
    const id = newId();
    const preview = messagePreview(id, { type: "incoming", content: message.content || null, sentAt: message.sentAt });
    return { n, id, preview, ids: message.from.externalIds, name: message.from.name || null, phone: message.from.phone ?? null,
      external_id: message.externalId, content: message.content || null, extras: message.extras ?? null, sent_at: message.sentAt };
  });
  const stored = await tx.$queryRaw<Stored[]>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as g(n int, id uuid, preview jsonb, ids text[], name text, phone text, external_id text, content text, extras jsonb, sent_at timestamptz)),
    known as materialized (
      select g.*, k.id as contact_id, k.name as contact_name, c.id as conversation_id, row_number() over (partition by c.id order by g.n) as place
      from given g
      join contact_inboxes ci on ci.account_id = ${accountId} and ci.inbox_id = ${inboxId}::uuid and ci.source_id = g.ids[1]
      join contacts k on k.account_id = ci.account_id and k.id = ci.contact_id
      cross join lateral (select c.id, c.status, c.contact_inbox_id from conversations c
        where c.account_id = ci.account_id and c.contact_id = ci.contact_id and c.inbox_id = ci.inbox_id order by c.display_id desc limit 1) c
      where c.status = 'open' and c.contact_inbox_id = ci.id
        and (cardinality(g.ids) = 1 or cardinality(g.ids) = (select count(*) from contact_inboxes o
          where o.account_id = ci.account_id and o.inbox_id = ci.inbox_id and o.contact_id = ci.contact_id and o.source_id = any(g.ids)))
        -- Someone who was only a number until now and gives a name.
        and not (g.name is not null and k.name <> g.name and (k.name = g.phone or k.name ~ '^\\+?[0-9]+$'))
        and not exists (select 1 from messages m where m.account_id = ci.account_id and m.inbox_id = ci.inbox_id and m.external_id = g.external_id)),
    total as (
      select conversation_id, count(*)::int as n, (array_agg(preview || jsonb_build_object('senderName', contact_name) order by place desc))[1] as preview
      from known group by conversation_id),
    grown as (
      update conversations c set next_seq = c.next_seq + t.n, last_message = t.preview || jsonb_build_object('seq', c.next_seq + t.n - 1),
        last_activity_at = greatest(c.last_activity_at, ${now}), unread_count = c.unread_count + t.n, contact_seen_seq = c.next_seq + t.n - 1
      from total t where c.account_id = ${accountId} and c.id = t.conversation_id and c.status = 'open'
      returning c.id, c.next_seq - t.n as first_seq, c.inbox_id, c.team_id, c.assignee_id, c.status, c.archived),
    stored as (
      insert into messages (account_id, id, conversation_id, inbox_id, seq, type, content, sender_kind, sender_id, sender_name, external_id, extras, sent_at, created_at)
      select ${accountId}, k.id, k.conversation_id, ${inboxId}::uuid, c.first_seq + k.place - 1, 'incoming', k.content, 'contact', k.contact_id, k.contact_name,
        k.external_id, k.extras, k.sent_at, ${now}
      from known k join grown c on c.id = k.conversation_id)
    select k.n, k.id, k.external_id as "externalId", k.conversation_id as "conversationId", c.inbox_id as "inboxId", c.team_id as "teamId", c.assignee_id as "assigneeId",
      c.status, c.archived, exists (select 1 from early_events e where e.account_id = ${accountId} and e.inbox_id = ${inboxId}::uuid and e.external_id = k.external_id) as early
    from known k join grown c on c.id = k.conversation_id order by k.n`;
  await recordAll(tx, actor, "message.created", stored.map(({ id, conversationId, n: _n, externalId: _externalId, early: _early, ...place }) => ({ conversationId, messageId: id, deliver: false, before: place, after: place })));
  for (const message of stored) if (message.early) await applyEarlyEvents(tx, actor, inboxId, message.externalId);
  return new Set(stored.map((message) => message.n));
}
