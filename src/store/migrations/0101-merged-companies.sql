-- Two companies become one: the people and facts of the one go on at the other, from an instant on. What was true and known
-- of both before stays as it is. The company that was taken over stays, closed, with its history.
CREATE TABLE partner_merge (
  partner_id text PRIMARY KEY REFERENCES partner,
  -- No foreign key: those of a tenant's table begin with the tenant. Companies are never deleted.
  into_partner_id text NOT NULL,
  reason text NOT NULL,
  merged_at timestamptz NOT NULL,
  merged_by text NOT NULL,
  -- What was moved, as numbers.
  counts jsonb NOT NULL,
  CHECK (partner_id <> into_partner_id),
  CHECK ('network' NOT IN (partner_id, into_partner_id))
);
CREATE INDEX partner_merge_into ON partner_merge (into_partner_id);
CALL raise_wall('partner_merge');
-- The company that went on knows what it has taken over, and cannot change it.
CREATE POLICY taken_over ON partner_merge FOR SELECT USING (into_partner_id = (SELECT claimed_partner()));

-- What is asked of a company with everything else: since when it is closed, and which one took it over.
ALTER TABLE partner ADD merged_at timestamptz, ADD merged_into text;

-- An address signs in one user. Of people who went on elsewhere the company keeps the name for its history, and no more.
ALTER TABLE user_contact ADD moved_at timestamptz;
DROP INDEX user_contact_work_email;
CREATE UNIQUE INDEX user_contact_work_email ON user_contact (lower(work_email)) WHERE moved_at IS NULL;

-- Within a company an address is also looked up among those who went on elsewhere.
CREATE INDEX user_contact_address ON user_contact (lower(work_email), partner_id);

-- Erasing somebody erases the name everywhere: people keep their id when they go on at another company.
CREATE FUNCTION erase_moved_names() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE before text := enter_scope('network');
BEGIN
  IF OLD.moved_at IS NULL THEN
    DELETE FROM user_contact c USING partner_merge m
      WHERE c.user_id = OLD.user_id AND c.moved_at IS NOT NULL AND c.partner_id = m.partner_id;
  END IF;
  PERFORM enter_scope(before);
  RETURN NULL;
END $$;
CREATE TRIGGER moved_names_erased AFTER DELETE ON user_contact FOR EACH ROW EXECUTE FUNCTION erase_moved_names();

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
    WHERE lower(c.work_email) = lower(btrim(email)) AND c.moved_at IS NULL;
  PERFORM enter_scope(before);
END $$;

CREATE OR REPLACE FUNCTION find_work_emails(emails text[])
  RETURNS TABLE (work_email text, partner_id text, user_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
#variable_conflict use_column
DECLARE before text := enter_scope('network');
BEGIN
  RETURN QUERY
    SELECT lower(c.work_email), c.partner_id, c.user_id FROM user_contact c
    WHERE lower(c.work_email) = ANY (SELECT lower(btrim(e)) FROM unnest(emails) AS e) AND c.moved_at IS NULL;
  PERFORM enter_scope(before);
END $$;

CREATE OR REPLACE FUNCTION find_providers_of_domain(domain text) RETURNS TABLE (provider_id uuid, name text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
#variable_conflict use_column
DECLARE
  before text := enter_scope('network');
  holders text[];
BEGIN
  SELECT array_agg(DISTINCT c.partner_id) INTO holders FROM user_contact c
    WHERE lower(substring(c.work_email FROM '[^@]*$')) = lower(domain)
      AND NOT EXISTS (SELECT FROM partner_merge m WHERE m.partner_id = c.partner_id);
  RETURN QUERY SELECT p.provider_id, p.name FROM identity_provider p
    WHERE p.issuer IS NOT NULL AND p.ended_at IS NULL AND lower(domain) = ANY (p.email_domains)
      AND (holders IS NULL OR (p.partner_id = ANY (holders) AND holders <@ ARRAY[p.partner_id, 'network']))
    ORDER BY p.name, p.provider_id LIMIT 5;
  PERFORM enter_scope(before);
END $$;

-- The company that goes on for one that was merged, over as many steps as there are; NULL of one that was not. Whoever
-- signs in at the former one is told the name.
CREATE FUNCTION company_after_merges(partner text) RETURNS TABLE (partner_id text, name text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
#variable_conflict use_column
DECLARE before text := coalesce(current_setting('jalon.scope', true), '');
BEGIN
  PERFORM set_config('jalon.scope', 'network', true);
  RETURN QUERY
    WITH RECURSIVE later (id, step) AS (
      SELECT m.into_partner_id, 1 FROM partner_merge m WHERE m.partner_id = partner
      UNION ALL
      SELECT m.into_partner_id, l.step + 1 FROM later l JOIN partner_merge m ON m.partner_id = l.id)
    SELECT p.partner_id, p.name FROM later l JOIN partner p ON p.partner_id = l.id ORDER BY l.step DESC LIMIT 1;
  PERFORM set_config('jalon.scope', before, true);
END $$;

-- A company that was taken over gets nobody and nothing new. Whoever writes at the moment of the merge is waited for, or
-- waits and is then refused.
CREATE FUNCTION refuse_at_merged_company() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE before text := enter_scope('network');
BEGIN
  PERFORM FROM partner WHERE partner_id = NEW.partner_id FOR KEY SHARE;
  IF EXISTS (SELECT FROM partner_merge WHERE partner_id = NEW.partner_id) THEN
    RAISE EXCEPTION 'company % was taken over by another one', NEW.partner_id USING ERRCODE = 'restrict_violation';
  END IF;
  PERFORM enter_scope(before);
  RETURN NEW;
END $$;
CREATE TRIGGER company_goes_on BEFORE INSERT ON app_user
  FOR EACH ROW EXECUTE FUNCTION refuse_at_merged_company();
CREATE TRIGGER company_goes_on BEFORE INSERT ON account_claim
  FOR EACH ROW WHEN (NEW.voided_at IS NULL AND upper_inf(NEW.period)) EXECUTE FUNCTION refuse_at_merged_company();

-- Changes of many accounts at once are told once: row by row each of them would read and write the one row of the
-- company again. A sign-in still changes no evidence.
CREATE FUNCTION evidence_of_accounts_changed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE
  before text;
  partners text[];
  users uuid[];
BEGIN
  SELECT array_agg(n.partner_id), array_agg(n.user_id) INTO partners, users
    FROM changed n JOIN earlier o USING (partner_id, user_id)
    WHERE to_jsonb(n) - 'last_sign_in_at' <> to_jsonb(o) - 'last_sign_in_at';
  IF partners IS NULL THEN RETURN NULL; END IF;
  before := enter_scope('network');
  PERFORM bump_evidence(ARRAY(SELECT DISTINCT unnest(partners)));
  PERFORM bump_directory(ARRAY(SELECT DISTINCT unnest(partners)));
  PERFORM mark_evidence(partners, users);
  PERFORM enter_scope(before);
  RETURN NULL;
END $$;
DROP TRIGGER evidence_changed ON app_user;
CREATE TRIGGER evidence_changed AFTER UPDATE ON app_user REFERENCING OLD TABLE AS earlier NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION evidence_of_accounts_changed();
DROP FUNCTION evidence_of_user_changed();

-- A company's own provider goes on with the accounts that it signs in: in one transaction, one after the other.
ALTER TABLE user_identity ALTER CONSTRAINT user_identity_partner_id_provider_id_fkey DEFERRABLE INITIALLY IMMEDIATE;

-- Figures of a company that was taken over count at the other one from that day on, beside its own of the same month.
ALTER TABLE metric_value ADD valid_from date;
DROP INDEX metric_value_once;
CREATE UNIQUE INDEX metric_value_once ON metric_value (partner_id, metric, month, coalesce(association, ''),
  coalesce(competency, ''), coalesce(track, ''), coalesce(valid_from, '-infinity')) WHERE voided_at IS NULL;
