-- The secret link by which the calendar of a person reads that of the company: one a person, kept as a hash. What it
-- shows is decided when it is read, by what the person may see then.
CREATE TABLE calendar_link (
  partner_id text NOT NULL,
  user_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (partner_id, user_id),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user
);
CREATE INDEX calendar_link_secret ON calendar_link (token_hash);
CALL raise_wall('calendar_link');

CREATE OR REPLACE FUNCTION find_partner_by_secret(kind text, hash bytea) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE
  before text := enter_scope('network');
  found text;
BEGIN
  SELECT partner_id INTO found FROM (
    SELECT s.partner_id FROM session s WHERE kind = 'session' AND s.token_hash = hash
    UNION ALL SELECT l.partner_id FROM one_time_link l WHERE kind = 'one-time-link' AND l.token_hash = hash
    UNION ALL SELECT c.partner_id FROM calendar_link c WHERE kind = 'calendar-link' AND c.token_hash = hash
    UNION ALL SELECT t.partner_id FROM api_token t WHERE kind = 'api-token' AND t.token_hash = hash) AS holder;
  PERFORM enter_scope(before);
  RETURN found;
END $$;
