-- The life of a user account: disabled, leaving, first signed in, asked about again.

-- A disabled account does not count from this day on, and counts again when it is enabled.
ALTER TABLE app_user ADD disabled_on date;

-- A session begun with a temporary password leads to the choice of a password and to nothing else.
ALTER TABLE session ADD password_change_required boolean NOT NULL DEFAULT false;

-- The temporary password with which a person signs in for the first time. It is random and long, so that a fast hash
-- is enough, and gone as soon as a password is chosen.
CREATE TABLE temporary_password (
  partner_id text NOT NULL,
  user_id uuid NOT NULL,
  secret_hash bytea NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (partner_id, user_id),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user
);
CALL raise_wall('temporary_password');

-- Temporary passwords that an import has made, sealed until whoever imported takes them, once, with the log.
CREATE TABLE import_sign_in (
  partner_id text NOT NULL,
  import_id uuid NOT NULL,
  row_number integer NOT NULL,
  sealed_sign_ins bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (partner_id, import_id, row_number),
  FOREIGN KEY (partner_id, import_id) REFERENCES import_run ON DELETE CASCADE
);
CALL raise_wall('import_sign_in');

-- What became of a POST that named itself: sent again it is answered, not done again.
CREATE TABLE repeatable_request (
  partner_id text NOT NULL REFERENCES partner,
  caller text NOT NULL,
  request_id text NOT NULL,
  request_hash bytea NOT NULL,
  answer jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (partner_id, caller, request_id)
);
CREATE INDEX repeatable_request_by_time ON repeatable_request (partner_id, created_at);
CALL raise_wall('repeatable_request');

-- Whether people may ask for a new password by themselves.
ALTER TABLE partner ADD self_service_reset boolean NOT NULL DEFAULT false;

-- Also who leaves on which day, and the temporary password: one look at a sign-in.
DROP FUNCTION find_sign_in(text);
CREATE FUNCTION find_sign_in(email text)
  RETURNS TABLE (partner_id text, user_id uuid, status text, employed_until date, password_hash text,
    temporary_hash bytea, temporary_until timestamptz)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
#variable_conflict use_column
DECLARE before text := enter_scope('network');
BEGIN
  RETURN QUERY
    SELECT u.partner_id, u.user_id, u.status, u.employed_until, k.password_hash, t.secret_hash, t.expires_at
    FROM user_contact c
    JOIN app_user u ON (u.partner_id, u.user_id) = (c.partner_id, c.user_id)
    LEFT JOIN credential k ON (k.partner_id, k.user_id) = (c.partner_id, c.user_id)
    LEFT JOIN temporary_password t ON (t.partner_id, t.user_id) = (c.partner_id, c.user_id)
    WHERE lower(c.work_email) = lower(btrim(email));
  PERFORM enter_scope(before);
END $$;

-- Who uses which of many work e-mails, for a file of users: one look for a batch.
CREATE FUNCTION find_work_emails(emails text[])
  RETURNS TABLE (work_email text, partner_id text, user_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
#variable_conflict use_column
DECLARE before text := enter_scope('network');
BEGIN
  RETURN QUERY
    SELECT lower(c.work_email), c.partner_id, c.user_id FROM user_contact c
    WHERE lower(c.work_email) = ANY (SELECT lower(btrim(e)) FROM unnest(emails) AS e);
  PERFORM enter_scope(before);
END $$;
