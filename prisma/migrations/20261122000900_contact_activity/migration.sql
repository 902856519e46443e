-- When a contact was last heard of is read from their conversations, where it is kept: here it was forgotten.
alter table contacts drop column last_activity_at;
