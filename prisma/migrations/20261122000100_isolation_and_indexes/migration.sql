-- What Prisma's schema cannot say: row-level security, partial indexes, kept counters and the search function.

-- Isolation ---------------------------------------------------------------------------------------------------------
-- A tenant's rows are visible only while the connection says it works for that tenant (lib/db/tenant.ts). Unset: none.
do $$
declare tenant_table text;
begin
  for tenant_table in
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
  loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format($policy$create policy tenant on %I
      using (account_id = nullif(current_setting('app.account_id', true), '')::int)
      with check (account_id = nullif(current_setting('app.account_id', true), '')::int)$policy$, tenant_table);
  end loop;
end $$;

alter table accounts enable row level security;
alter table accounts force row level security;
create policy tenant on accounts
  using (id = nullif(current_setting('app.account_id', true), '')::int)
  with check (id = nullif(current_setting('app.account_id', true), '')::int);

-- People are seen by the accounts they belong to (memberships is filtered by its own policy).
alter table users enable row level security;
alter table users force row level security;
create policy colleagues on users for select
  using (exists (select 1 from memberships m where m.user_id = users.id));

-- Sign-ins belong to people, not to accounts: only the system role reads them.
alter table sessions enable row level security;
alter table sessions force row level security;
alter table api_tokens enable row level security;
alter table api_tokens force row level security;

-- Lists -------------------------------------------------------------------------------------------------------------
create index conversations_mine on conversations (account_id, assignee_id, last_activity_at desc, id desc)
  where status <> 'resolved' and not archived;
create index conversations_in_service on conversations (account_id, last_activity_at desc, id desc)
  where assignee_id is not null and status <> 'resolved' and not archived;
create index conversations_pending on conversations (account_id, last_activity_at desc, id desc)
  where assignee_id is null and status <> 'resolved' and not archived;
create index conversations_all on conversations (account_id, last_activity_at desc, id desc);
create index conversations_status on conversations (account_id, status, last_activity_at desc, id desc) where status <> 'open';
create index conversations_inbox on conversations (account_id, inbox_id, last_activity_at desc, id desc);
create index conversations_contact on conversations (account_id, contact_id, display_id desc);
create index conversations_team on conversations (account_id, team_id) where team_id is not null;
create index conversations_protocol on conversations (account_id, protocol text_pattern_ops);

-- A provider's message exists once per inbox; a writer's message once per conversation.
create unique index messages_external_id on messages (account_id, inbox_id, external_id) where external_id is not null;
create unique index messages_client_id on messages (account_id, conversation_id, client_id) where client_id is not null;
-- What is owed to providers, in order.
create index messages_owed on messages (account_id, conversation_id, seq) where status in ('queued', 'sending');

create index inbound_events_owed on inbound_events (account_id, inbox_id, id) where processed_at is null;
create index attachments_owed on attachments (account_id, id) where state = 'pending';
create index attachments_unsent on attachments (account_id, created_at) where message_id is null;
create index event_tasks_due on event_tasks (account_id, run_after);

-- The dispatcher and the tails read across accounts, as the system role.
create sequence events_seq;
create unique index events_by_seq on events (seq) where seq is not null;
comment on index events_by_seq is 'across accounts: the realtime tail';
create index events_by_account_seq on events (account_id, seq) where seq is not null;
create index events_unsequenced on events (id) where seq is null;
comment on index events_unsequenced is 'across accounts: the dispatcher';

-- Counts ------------------------------------------------------------------------------------------------------------
create index conversation_counts_place on conversation_counts (account_id, inbox_id, team_id, assignee_id);

create function count_conversation() returns trigger language plpgsql as $$
begin
  if tg_op in ('UPDATE', 'DELETE') and old.status <> 'resolved' and not old.archived then
    insert into conversation_counts (account_id, inbox_id, team_id, assignee_id, n)
    values (old.account_id, old.inbox_id, old.team_id, old.assignee_id, -1);
  end if;
  if tg_op in ('INSERT', 'UPDATE') and new.status <> 'resolved' and not new.archived then
    insert into conversation_counts (account_id, inbox_id, team_id, assignee_id, n)
    values (new.account_id, new.inbox_id, new.team_id, new.assignee_id, 1);
  end if;
  return null;
end $$;
create trigger count_conversation_insert after insert or delete on conversations
  for each row execute function count_conversation();
create trigger count_conversation_update after update of status, archived, inbox_id, team_id, assignee_id on conversations
  for each row when (
    (old.status <> 'resolved' and not old.archived) is distinct from (new.status <> 'resolved' and not new.archived)
    or old.inbox_id is distinct from new.inbox_id
    or old.team_id is distinct from new.team_id
    or old.assignee_id is distinct from new.assignee_id)
  execute function count_conversation();

-- Folds the ledger: the rows of one place become one row with their sum. Called by a worker.
create function fold_conversation_counts(max_places int) returns int language plpgsql as $$
declare folded int := 0; place record; total int;
begin
  for place in
    select account_id, inbox_id, team_id, assignee_id from conversation_counts
    group by 1, 2, 3, 4 having count(*) > 1 limit max_places
  loop
    with gone as (
      delete from conversation_counts c
      where c.account_id = place.account_id and c.inbox_id = place.inbox_id
        and c.team_id is not distinct from place.team_id and c.assignee_id is not distinct from place.assignee_id
      returning c.n)
    select coalesce(sum(n), 0) into total from gone;
    if total <> 0 then
      insert into conversation_counts (account_id, inbox_id, team_id, assignee_id, n)
      values (place.account_id, place.inbox_id, place.team_id, place.assignee_id, total);
    end if;
    folded := folded + 1;
  end loop;
  return folded;
end $$;

-- Search ------------------------------------------------------------------------------------------------------------
-- unaccent() is only STABLE because its dictionary could change; ours does not.
create function plain_text(value text) returns text language sql immutable strict parallel safe
  set search_path = public, pg_temp
  return lower(public.unaccent('public.unaccent'::regdictionary, value));

create function set_contact_search_text() returns trigger language plpgsql as $$
begin
  new.search_text := plain_text(concat_ws(' ', new.name, new.phone, new.email::text));
  return new;
end $$;
create trigger contact_search_text before insert or update of name, phone, email on contacts
  for each row execute function set_contact_search_text();

create index contacts_search on contacts using gin (account_id, search_text gin_trgm_ops);
-- One and two letters make no trigram: they are matched at the beginning of words.
create index contacts_search_words on contacts using gin (account_id, to_tsvector('simple', search_text));

-- Ids of the conversations of one scope whose contact (name, phone, e-mail) or protocol matches, newest activity first.
-- Row-level security keeps Postgres from using the trigram index (its operators are not leakproof), so this reads as the
-- owner, filters by the connection's own tenant and refuses to run without one.
create function search_conversations(
  term text, tab text, me uuid, visible_inboxes uuid[], visible_teams uuid[],
  wanted_status text, wanted_inbox uuid, unread_only boolean,
  before_at timestamptz, before_id uuid, page_size int
) returns table (id uuid) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  tenant int := nullif(current_setting('app.account_id', true), '')::int;
  walk constant int := 3000;
  pattern text := '%' || replace(replace(replace(plain_text(term), '\', '\\'), '%', '\%'), '_', '\_') || '%';
  scope text;
  walked int;
  found uuid[];
begin
  if tenant is null then raise exception 'search without a tenant'; end if;
  scope := case tab
    when 'mine' then 'c.assignee_id = $2 and c.status <> ''resolved'' and not c.archived'
    when 'in-service' then 'c.assignee_id is not null and c.status <> ''resolved'' and not c.archived'
    when 'pending' then 'c.assignee_id is null and c.status <> ''resolved'' and not c.archived'
    else 'true' end
    || ' and ($3 is null or c.inbox_id = any($3)) and ($4 is null or c.team_id is null or c.team_id = any($4) or c.assignee_id = $2)'
    || ' and ($5 is null or c.status = $5) and ($6 is null or c.inbox_id = $6) and (not $7 or c.unread_count > 0)'
    || ' and ($8 is null or (c.last_activity_at, c.id) < ($8, $9))';
  -- First the newest of the scope: a common term fills its page from there. Fewer than `walk` means these were all.
  execute 'with newest as materialized (select c.id, c.contact_id, c.protocol, c.last_activity_at from conversations c
      where c.account_id = $1 and ' || scope || ' order by c.last_activity_at desc, c.id desc limit $10)
    select (select count(*) from newest), array(select n.id from newest n
      join contacts k on k.account_id = $1 and k.id = n.contact_id
      where k.search_text like $11 or n.protocol like $11
      order by n.last_activity_at desc, n.id desc limit $12)'
    into walked, found
    using tenant, me, visible_inboxes, visible_teams, wanted_status, wanted_inbox, unread_only, before_at, before_id, walk, pattern, page_size;
  if walked < walk or cardinality(found) >= page_size then
    return query select unnest(found);
    return;
  end if;
  -- Then a rare term by the indexes.
  return query execute 'with who as materialized (
      select k.id from contacts k where k.account_id = $1 and '
      || case when length(plain_text(term)) >= 3 then 'k.search_text like $11'
         else 'to_tsvector(''simple'', k.search_text) @@ $13::tsquery and $11 is not null' end || ' limit 2000)
    select c.id from conversations c where c.account_id = $1 and ' || scope || '
      and (c.contact_id in (select w.id from who w) or c.id in (
        select p.id from conversations p where p.account_id = $1 and p.protocol like $10 limit 200))
    order by c.last_activity_at desc, c.id desc limit $12'
    using tenant, me, visible_inboxes, visible_teams, wanted_status, wanted_inbox, unread_only, before_at, before_id,
      ltrim(pattern, '%'), pattern, page_size, quote_literal(regexp_replace(plain_text(term), '[^a-z0-9@.+-]', '', 'g')) || ':*';
end $$;
revoke all on function search_conversations from public;
