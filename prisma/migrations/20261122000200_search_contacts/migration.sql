-- Ids of the contacts whose name, phone or e-mail matches, the newest first. As search_conversations: row-level security
-- keeps Postgres from using the trigram index, so this reads as the owner, filters by the connection's own tenant and
-- refuses to run without one.
create function search_contacts(term text, before_at timestamptz, before_id uuid, page_size int)
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
          and to_tsvector('simple', k.search_text) @@ (quote_literal(regexp_replace(plain, '[^a-z0-9@.+-]', '', 'g')) || ':*')::tsquery limit 20000)
      select h.id from hits h where before_at is null or (h.created_at, h.id) < (before_at, before_id)
      order by h.created_at desc, h.id desc limit page_size;
  end if;
end $$;
revoke all on function search_contacts from public;
