-- The log of a quiet inbox is read without passing by what busy ones received.
create index inbound_events_log on inbound_events (account_id, inbox_id, id desc);
