-- The search in three steps, so that no term is slow: a glance at the newest conversations answers common terms; the indexes
-- answer rare ones, contacts and protocols each by its own, put together afterwards (asking for both with OR made Postgres
-- read every conversation of the scope); what is too common for the indexes fills its page from the newest. A display id is
-- found too. 1 million conversations, a rare name: 5 ms instead of 7 seconds.
create or replace function search_conversations(
  term text, tab text, me uuid, visible_inboxes uuid[], visible_teams uuid[],
  wanted_status text, wanted_inbox uuid, unread_only boolean,
  before_at timestamptz, before_id uuid, page_size int
) returns table (id uuid) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  tenant int := nullif(current_setting('app.account_id', true), '')::int;
  glance constant int := 400;
  walk int;
  most constant int := 5000;
  matched int;
  plain text := plain_text(term);
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
  for step in 1..3 loop
    if step <> 2 then
      walk := case step when 1 then glance else 10000 end;
      execute 'with newest as materialized (select c.id, c.contact_id, c.protocol, c.last_activity_at from conversations c
          where c.account_id = $1 and ' || scope || ' order by c.last_activity_at desc, c.id desc limit $10)
        select (select count(*) from newest), array(select n.id from newest n
          join contacts k on k.account_id = $1 and k.id = n.contact_id
          where k.search_text like $11 or n.protocol like $11
          order by n.last_activity_at desc, n.id desc limit $12)'
        into walked, found
        using tenant, me, visible_inboxes, visible_teams, wanted_status, wanted_inbox, unread_only, before_at, before_id, walk, pattern, page_size;
      -- Fewer than `walk`: these were all.
      exit when walked < walk or cardinality(found) >= page_size;
    else
      execute 'with who as materialized (
          select k.id from contacts k where k.account_id = $1 and '
          || case when length(plain) >= 3 then 'k.search_text like $10'
             else 'to_tsvector(''simple'', k.search_text) @@ $11::tsquery' end || ' limit $15),
        hits as (
          select c.id, c.last_activity_at from who w join conversations c on c.account_id = $1 and c.contact_id = w.id where ' || scope
          || case when plain ~ '^[0-9][0-9-]*$' then '
          union (select c.id, c.last_activity_at from conversations c where c.account_id = $1 and c.protocol like $13 and ' || scope || ' limit 1000)' else '' end
          || case when plain ~ '^[0-9]{1,9}$' then '
          union select c.id, c.last_activity_at from conversations c where c.account_id = $1 and c.display_id = $14::int and ' || scope else '' end || ')
        select (select count(*) from who), array(select h.id from hits h order by h.last_activity_at desc, h.id desc limit $12)'
        into matched, found
        using tenant, me, visible_inboxes, visible_teams, wanted_status, wanted_inbox, unread_only, before_at, before_id,
          pattern, quote_literal(case when plain ~ '^[a-z0-9]+$' then plain end) || ':*', page_size, ltrim(pattern, '%'), plain, most;
      exit when matched < most;
    end if;
  end loop;
  return query select unnest(found);
end $$;

-- As it was, but one or two signs that are no letter or digit find nothing instead of failing.
create or replace function search_contacts(term text, before_at timestamptz, before_id uuid, page_size int)
returns table (id uuid) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  tenant int := nullif(current_setting('app.account_id', true), '')::int;
  walk constant int := 3000;
  plain text := plain_text(term);
  pattern text := '%' || replace(replace(replace(plain_text(term), '\', '\\'), '%', '\%'), '_', '\_') || '%';
  walked int;
  found uuid[];
begin
  if tenant is null then raise exception 'search without a tenant'; end if;
  -- First the newest: a common term fills its page from there. Fewer than `walk` means these were all.
  with newest as materialized (
    select k.id, k.search_text, k.created_at from contacts k
    where k.account_id = tenant and (before_at is null or (k.created_at, k.id) < (before_at, before_id))
    order by k.created_at desc, k.id desc limit walk)
  select (select count(*) from newest), array(
    select n.id from newest n where n.search_text like pattern order by n.created_at desc, n.id desc limit page_size)
  into walked, found;
  if walked < walk or cardinality(found) >= page_size then
    return query select unnest(found);
    return;
  end if;
  -- Then a rare term by the indexes.
  if length(plain) >= 3 then
    return query with hits as materialized (
        select k.id, k.created_at from contacts k where k.account_id = tenant and k.search_text like pattern limit 20000)
      select h.id from hits h where before_at is null or (h.created_at, h.id) < (before_at, before_id)
      order by h.created_at desc, h.id desc limit page_size;
  else
    return query with hits as materialized (
        select k.id, k.created_at from contacts k where k.account_id = tenant
          and to_tsvector('simple', k.search_text) @@ (quote_literal(case when plain ~ '^[a-z0-9]+$' then plain end) || ':*')::tsquery limit 20000)
      select h.id from hits h where before_at is null or (h.created_at, h.id) < (before_at, before_id)
      order by h.created_at desc, h.id desc limit page_size;
  end if;
end $$;
