-- How late a source tells of what has happened, for each source and event: used to say what to expect. The operator
-- changes it; a source of which nothing is said is taken to be as late as the slowest of them.
CREATE TABLE source_delay (
  partner_id text NOT NULL DEFAULT 'network' REFERENCES partner CHECK (partner_id = 'network'),
  source text NOT NULL,
  event text NOT NULL CHECK (event IN ('new-association', 'new-skill', 'merge')),
  hours integer NOT NULL CHECK (hours BETWEEN 0 AND 8760),
  PRIMARY KEY (partner_id, source, event)
);
CALL raise_wall('source_delay');
-- Every company is told what to expect.
CREATE POLICY told_to_all ON source_delay FOR SELECT USING ((SELECT claimed_partner()) IS NOT NULL);

SELECT set_config('jalon.scope', 'network', true);
INSERT INTO source_delay (source, event, hours) VALUES
  ('microsoft-learning', 'new-association', 72),
  ('microsoft-learning', 'new-skill', 72),
  ('microsoft-learning', 'merge', 24),
  ('partner-university', 'new-association', 72),
  ('partner-university', 'new-skill', 72),
  ('partner-university', 'merge', 24);

-- Accounts that share an address, and records that share a certificate, are looked for one by one.
CREATE INDEX learning_account_contact_email ON learning_account_contact (lower(email));
CREATE INDEX skill_record_certificate ON skill_record (provider, certificate_number)
  WHERE certificate_number IS NOT NULL AND voided_at IS NULL;
