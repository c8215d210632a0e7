-- Tokens by which the programs of a person (a spreadsheet, a report tool) read the data sets: named, with an end, kept as
-- hashes. What a token reads is decided when it is used, by what the person may see then.
CREATE TABLE report_token (
  partner_id text NOT NULL,
  token_id uuid NOT NULL DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  last_used_at timestamptz,
  PRIMARY KEY (partner_id, token_id),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user
);
CREATE UNIQUE INDEX report_token_secret ON report_token (token_hash);
CREATE INDEX report_token_of_user ON report_token (partner_id, user_id) WHERE revoked_at IS NULL;
CALL raise_wall('report_token');

-- The partner of a report token, by its hash; what it is worth is judged afterwards, in a transaction that claims that
-- partner.
CREATE FUNCTION find_partner_by_report_token(hash bytea) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE
  before text := enter_scope('network');
  found text;
BEGIN
  SELECT t.partner_id INTO found FROM report_token t WHERE t.token_hash = hash;
  PERFORM enter_scope(before);
  RETURN found;
END $$;
