import { asOwner } from "#tests/factories/as-owner.ts";

/** Everything that is stored although it follows from other rows, computed from scratch; each finding is a row that disagrees. */
const checks: Record<string, string> = {
  "the queue counts": `
    select account_id, inbox_id, team_id, assignee_id, sum(kept)::int as kept, sum(counted)::int as counted from (
      select account_id, inbox_id, team_id, assignee_id, n as kept, 0 as counted from conversation_counts
      union all select account_id, inbox_id, team_id, assignee_id, 0, 1 from conversations where status <> 'resolved' and not archived) both_sides
    group by 1, 2, 3, 4 having sum(kept) <> sum(counted)`,
  "unread counts": `
    select c.id, c.unread_count, m.n from conversations c cross join lateral (
      select count(*)::int as n from messages m where m.account_id = c.account_id and m.conversation_id = c.id and m.type = 'incoming' and m.seq > c.seen_seq) m
    where c.unread_count <> m.n`,
  "places without holes": `
    select c.id, c.next_seq, m.n, m.last from conversations c cross join lateral (
      select count(*)::int as n, coalesce(max(m.seq), 0) as last from messages m where m.account_id = c.account_id and m.conversation_id = c.id) m
    where c.next_seq <> m.last + 1 or m.n <> m.last`,
  "the last message of a card": `
    select c.id, c.last_message, m.id as last, m.status from conversations c left join lateral (
      select m.id, m.seq, m.status from messages m where m.account_id = c.account_id and m.conversation_id = c.id and m.type <> 'activity' and m.reaction_to is null order by m.seq desc limit 1) m on true
    where (c.last_message->>'id') is distinct from m.id::text or (c.last_message->>'seq')::int is distinct from m.seq
      or (c.last_message->>'status') is distinct from case m.status when 'sending' then 'queued' when 'unknown' then 'failed' else m.status end`,
  "the time of the last activity": `
    select c.id, c.last_activity_at, m.at from conversations c cross join lateral (
      select coalesce(max(m.created_at), c.created_at) as at from messages m
      where m.account_id = c.account_id and m.conversation_id = c.id and m.type <> 'activity' and m.reaction_to is null and not m.private) m
    where c.last_activity_at <> greatest(m.at, c.created_at)`,
  "when a conversation was resolved": "select id, status, resolved_at from conversations where (status = 'resolved') <> (resolved_at is not null)",
  "display ids without holes": "select account_id, count(*)::int as n, max(display_id) as last from conversations group by 1 having count(*) <> max(display_id)",
  "events that begin where the one before ended": `
    select * from (
      select conversation_id, id, name, payload->'before' as before, lag(payload->'after') over (partition by account_id, conversation_id order by id) as stood
      from events where payload ? 'after') e
    where stood is not null and before <> stood`,
  "events of messages": `
    select m.id, e.n from messages m left join (
      select account_id, payload->>'messageId' as id, count(*)::int as n from events where name = 'message.created' group by 1, 2) e on e.account_id = m.account_id and e.id = m.id::text
    where e.n is distinct from 1`,
};

/** @returns what does not agree, by the name of the check; an empty object when all is well */
export async function wrongNumbers(): Promise<Record<string, unknown[]>> {
  const found = await Promise.all(Object.entries(checks).map(async ([name, sql]) => [name, await asOwner(`select * from (${sql}) t limit 5`)] as const));
  return Object.fromEntries(found.filter(([, rows]) => rows.length > 0));
}
