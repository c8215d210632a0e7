-- Signing in. Secrets are kept as hashes only. Before a sign-in nobody can say which partner he or she belongs
-- to, so two narrow functions look across partners: by e-mail and by hash, one row at most.

CREATE TABLE credential (
  partner_id text NOT NULL,
  user_id uuid NOT NULL,
  password_hash text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (partner_id, user_id),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user
);
CALL raise_wall('credential');

CREATE TABLE session (
  partner_id text NOT NULL,
  token_hash bytea NOT NULL,
  user_id uuid NOT NULL,
  csrf_token text NOT NULL,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (partner_id, token_hash),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user
);
CREATE UNIQUE INDEX session_token ON session (token_hash);
CREATE INDEX session_of_user ON session (partner_id, user_id) WHERE ended_at IS NULL;
CALL raise_wall('session');

CREATE TABLE one_time_link (
  partner_id text NOT NULL,
  token_hash bytea NOT NULL,
  user_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('setup', 'first-sign-in', 'password-reset')),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (partner_id, token_hash),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user
);
CREATE UNIQUE INDEX one_time_link_token ON one_time_link (token_hash);
CALL raise_wall('one_time_link');

-- A token of the network carries the partner id `network`.
CREATE TABLE api_token (
  partner_id text NOT NULL REFERENCES partner,
  token_id uuid NOT NULL DEFAULT gen_random_uuid(),
  token_hash bytea NOT NULL,
  role text NOT NULL,
  label text,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  PRIMARY KEY (partner_id, token_id)
);
CREATE UNIQUE INDEX api_token_hash ON api_token (token_hash);
CALL raise_wall('api_token');

CREATE FUNCTION find_sign_in(email text)
  RETURNS TABLE (partner_id text, user_id uuid, status text, password_hash text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
#variable_conflict use_column
DECLARE before text := enter_scope('network');
BEGIN
  RETURN QUERY
    SELECT u.partner_id, u.user_id, u.status, k.password_hash
    FROM user_contact c
    JOIN app_user u ON (u.partner_id, u.user_id) = (c.partner_id, c.user_id)
    LEFT JOIN credential k ON (k.partner_id, k.user_id) = (c.partner_id, c.user_id)
    WHERE lower(c.work_email) = lower(btrim(email));
  PERFORM enter_scope(before);
END $$;

-- The partner of a session, link or token, by the hash of its secret. What it is worth is judged afterwards,
-- in a transaction that claims that partner.
CREATE FUNCTION find_partner_by_secret(kind text, hash bytea) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE
  before text := enter_scope('network');
  found text;
BEGIN
  SELECT partner_id INTO found FROM (
    SELECT s.partner_id FROM session s WHERE kind = 'session' AND s.token_hash = hash
    UNION ALL SELECT l.partner_id FROM one_time_link l WHERE kind = 'one-time-link' AND l.token_hash = hash
    UNION ALL SELECT t.partner_id FROM api_token t WHERE kind = 'api-token' AND t.token_hash = hash) AS holder;
  PERFORM enter_scope(before);
  RETURN found;
END $$;
