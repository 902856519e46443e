-- One of our messages may go out as several of the provider's (a text and its files): each of their ids leads back to it.
create table message_parts (
  account_id int not null,
  inbox_id uuid not null,
  external_id text not null,
  message_id uuid not null,
  status text,
  constraint message_parts_pkey primary key (account_id, inbox_id, external_id),
  constraint message_parts_account_id_inbox_id_fkey foreign key (account_id, inbox_id) references inboxes (account_id, id) on delete cascade on update cascade,
  constraint message_parts_account_id_message_id_fkey foreign key (account_id, message_id) references messages (account_id, id) on delete cascade on update cascade
);
create index message_parts_account_id_message_id_idx on message_parts (account_id, message_id);

alter table message_parts enable row level security;
alter table message_parts force row level security;
create policy tenant on message_parts
  using (account_id = nullif(current_setting('app.account_id', true), '')::int)
  with check (account_id = nullif(current_setting('app.account_id', true), '')::int);
