-- Every index of a tenant table begins with the account, or says here why it does not (kept by tests/contract/tenancy).
comment on index inboxes_token_key is 'across accounts: whose inbox a public token names';
comment on index invitations_token_hash_key is 'across accounts: what an invitation''s link is about';
comment on index memberships_user_id_idx is 'across accounts: the accounts of a person who signs in';
