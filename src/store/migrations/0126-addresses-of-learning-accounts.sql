-- Behind a wall an index on lower(…) is not used: every diagnosis of a person read the addresses of all learning accounts.
ALTER TABLE learning_account_contact ADD COLUMN email_key text GENERATED ALWAYS AS (lower(email)) STORED;
DROP INDEX learning_account_contact_email;
CREATE INDEX learning_account_contact_email ON learning_account_contact (email_key);

-- What is proposed for the accounts of one company's people.
CREATE INDEX merge_proposal_into ON merge_proposal (provider, into_account_id) WHERE closed_at IS NULL;
