-- Entries of one person or thing, and of one company, lie apart by what was done: whoever asks for both walks over nothing
-- else, and whoever asks for one alone has few kinds of events to put together again. Who acted stands in the index of
-- subjects as well: what one source delivered, for example, is long.
DROP INDEX audit_event_by_actor;
DROP INDEX audit_event_by_subject;
CREATE INDEX audit_event_by_actor ON audit_event (actor, action, at DESC, partner_id DESC, sequence DESC);
CREATE INDEX audit_event_by_subject ON audit_event (subject, action, at DESC, partner_id DESC, sequence DESC)
  INCLUDE (actor) WHERE subject IS NOT NULL;
CREATE INDEX audit_event_by_partner_and_action ON audit_event (partner_id, action, at DESC, sequence DESC);

-- Entries are only added. Places are found in indexes alone where pages are known to be visible to all, so that is noted
-- when a hundredth is new and not a fifth.
ALTER TABLE audit_event SET (autovacuum_vacuum_insert_scale_factor = 0.01);

-- Behind a wall an index on lower(…) is not used, because nobody says that the function gives nothing away: each sign-in
-- read the addresses of all people. They are kept as they are compared, as are the keys of provisioned users.
ALTER TABLE user_contact ADD COLUMN email_key text GENERATED ALWAYS AS (lower(work_email)) STORED;
DROP INDEX user_contact_work_email;
DROP INDEX user_contact_address;
CREATE UNIQUE INDEX user_contact_work_email ON user_contact (email_key) WHERE moved_at IS NULL;
CREATE INDEX user_contact_address ON user_contact (email_key, partner_id);

CREATE OR REPLACE FUNCTION find_sign_in(email text)
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
    WHERE c.email_key = lower(btrim(email)) AND c.moved_at IS NULL;
  PERFORM enter_scope(before);
END $$;

CREATE OR REPLACE FUNCTION find_work_emails(emails text[])
  RETURNS TABLE (work_email text, partner_id text, user_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
#variable_conflict use_column
DECLARE before text := enter_scope('network');
BEGIN
  RETURN QUERY
    SELECT c.email_key, c.partner_id, c.user_id FROM user_contact c
    WHERE c.email_key = ANY (ARRAY(SELECT lower(btrim(e)) FROM unnest(emails) AS e)) AND c.moved_at IS NULL;
  PERFORM enter_scope(before);
END $$;
