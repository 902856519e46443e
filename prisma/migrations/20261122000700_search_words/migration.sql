-- Search by words, as people type: each word matches by itself ("ana silva" finds Ana Paula da Silva), and a number is
-- found however it is written ("(11) 98888-7777"). The steps are those of "search_by_indexes".

create function like_pattern(value text) returns text language sql immutable strict parallel safe
  return '%' || replace(replace(replace(value, '\', '\\'), '%', '\%'), '_', '\_') || '%';

-- What is looked for in a contact's search_text: the words of a term, or the digits of a number. The longest first.
create function search_words(term text) returns text[] language sql immutable strict parallel safe
  set search_path = public, pg_temp
  return case when term ~ '^[-+().\s0-9]*[0-9][-+().\s0-9]*$' then array[regexp_replace(term, '[^0-9]', '', 'g')]
    else array(select w from (select w, max(length(w)) as n from regexp_split_to_table(plain_text(term), '\s+') w where w <> '' group by w) each order by n desc, w limit 6) end;

-- "column like pattern and …" over the parameter that holds the patterns; when no word makes a trigram, their beginnings.
create function search_condition(words text[], patterns text, starts text) returns text language sql immutable strict parallel safe
  return case when length(words[1]) >= 3
    then (select string_agg(format('k.search_text like %s[%s]', patterns, n), ' and ') from generate_subscripts(words, 1) n)
    else format('to_tsvector(''simple'', k.search_text) @@ %s::tsquery', starts) end;

-- One and two signs, at the beginning of words; signs that are no letter or digit find nothing.
create function search_starts(words text[]) returns text language sql immutable strict parallel safe
  return (select string_agg(quote_literal(case when w ~ '^[a-z0-9]+$' then w end) || ':*', ' & ') from unnest(words) w);

create or replace function search_conversations(
  term text, tab text, me uuid, visible_inboxes uuid[], visible_teams uuid[],
  wanted_status text, wanted_inbox uuid, unread_only boolean,
  before_at timestamptz, before_id uuid, page_size int
) returns table (id uuid) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  tenant int := nullif(current_setting('app.account_id', true), '')::int;
  most constant int := 5000;
  walk int;
  matched int;
  plain text := plain_text(trim(term));
  words text[] := search_words(term);
  patterns text[] := array(select like_pattern(w) from unnest(words) w);
  scope text;
  walked int;
  found uuid[];
  hits uuid[];
begin
  if tenant is null then raise exception 'search without a tenant'; end if;
  if cardinality(words) = 0 then return; end if;
  scope := case tab
    when 'mine' then 'c.assignee_id = $2 and c.status <> ''resolved'' and not c.archived'
    when 'in-service' then 'c.assignee_id is not null and c.status <> ''resolved'' and not c.archived'
    when 'pending' then 'c.assignee_id is null and c.status <> ''resolved'' and not c.archived'
    else 'true' end
    || ' and ($3 is null or c.inbox_id = any($3)) and ($4 is null or c.team_id is null or c.team_id = any($4) or c.assignee_id = $2)'
    || ' and ($5 is null or c.status = $5) and ($6 is null or c.inbox_id = $6) and (not $7 or c.unread_count > 0)'
    || ' and ($8 is null or (c.last_activity_at, c.id) < ($8, $9))';
  -- The newest first: common terms fill their page from there, so that the indexes are asked for what is rare. What is too
  -- common for the indexes and not among the newest fills its page from further back.
  for step in 1..4 loop
    -- None among the newest: as good as surely rare, and the indexes are quick. (Two letters never make a quick index.)
    continue when step = 2 and cardinality(found) = 0 and length(words[1]) >= 3;
    walk := case step when 1 then 400 when 2 then 1200 else 10000 end;
    if step <> 3 then
      execute 'with newest as materialized (select c.id, c.contact_id, c.protocol, c.last_activity_at from conversations c
          where c.account_id = $1 and ' || scope || ' order by c.last_activity_at desc, c.id desc limit $10)
        select (select count(*) from newest), array(select n.id from newest n
          join contacts k on k.account_id = $1 and k.id = n.contact_id
          where k.search_text like all($11) or n.protocol like $13
          order by n.last_activity_at desc, n.id desc limit $12)'
        into walked, found
        using tenant, me, visible_inboxes, visible_teams, wanted_status, wanted_inbox, unread_only, before_at, before_id, walk, patterns, page_size, like_pattern(plain);
      -- Fewer than `walk`: these were all.
      exit when walked < walk or cardinality(found) >= page_size;
    else
      execute 'with who as materialized (select k.id from contacts k where k.account_id = $1 and ' || search_condition(words, '$10', '$11') || ' limit $15),
        hits as (
          select c.id, c.last_activity_at from who w join conversations c on c.account_id = $1 and c.contact_id = w.id where ' || scope
          || case when plain ~ '^[0-9][0-9-]*$' then '
          union (select c.id, c.last_activity_at from conversations c where c.account_id = $1 and c.protocol like $13 and ' || scope || ' limit 1000)' else '' end
          || case when plain ~ '^[0-9]{1,9}$' then '
          union select c.id, c.last_activity_at from conversations c where c.account_id = $1 and c.display_id = $14::int and ' || scope else '' end || ')
        select (select count(*) from who), array(select h.id from hits h order by h.last_activity_at desc, h.id desc limit $12)'
        into matched, hits
        using tenant, me, visible_inboxes, visible_teams, wanted_status, wanted_inbox, unread_only, before_at, before_id,
          patterns, search_starts(words), page_size, ltrim(like_pattern(plain), '%'), plain, most;
      if matched < most then
        found := hits;
        exit;
      end if;
    end if;
  end loop;
  return query select unnest(found);
end $$;

create or replace function search_contacts(term text, before_at timestamptz, before_id uuid, page_size int)
returns table (id uuid) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  tenant int := nullif(current_setting('app.account_id', true), '')::int;
  walk constant int := 3000;
  words text[] := search_words(term);
  patterns text[] := array(select like_pattern(w) from unnest(words) w);
  walked int;
  found uuid[];
begin
  if tenant is null then raise exception 'search without a tenant'; end if;
  if cardinality(words) = 0 then return; end if;
  -- First the newest: a common term fills its page from there. Fewer than `walk` means these were all.
  with newest as materialized (
    select k.id, k.search_text, k.created_at from contacts k
    where k.account_id = tenant and (before_at is null or (k.created_at, k.id) < (before_at, before_id))
    order by k.created_at desc, k.id desc limit walk)
  select (select count(*) from newest), array(
    select n.id from newest n where n.search_text like all(patterns) order by n.created_at desc, n.id desc limit page_size)
  into walked, found;
  if walked < walk or cardinality(found) >= page_size then
    return query select unnest(found);
    return;
  end if;
  -- Then a rare term by the indexes.
  return query execute 'with hits as materialized (select k.id, k.created_at from contacts k where k.account_id = $1 and ' || search_condition(words, '$2', '$3') || ' limit 20000)
    select h.id from hits h where $4 is null or (h.created_at, h.id) < ($4, $5) order by h.created_at desc, h.id desc limit $6'
    using tenant, patterns, search_starts(words), before_at, before_id, page_size;
end $$;
