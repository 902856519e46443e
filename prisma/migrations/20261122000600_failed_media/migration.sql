-- Customers' files that could not be fetched, by age: a reconnected inbox fetches them again while the provider keeps them.
create index attachments_failed on attachments (account_id, created_at) where state = 'failed';
