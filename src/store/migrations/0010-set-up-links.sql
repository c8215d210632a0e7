-- The link that sets up an installation belongs to nobody yet: who the operator is, is told on the page it opens.
ALTER TABLE one_time_link ALTER COLUMN user_id DROP NOT NULL;
ALTER TABLE one_time_link ADD CONSTRAINT nobodys_link_is_for_set_up
  CHECK (user_id IS NOT NULL OR (purpose = 'setup' AND partner_id = 'network'));
