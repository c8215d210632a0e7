-- The people of a partner as an evaluation reads them: packed in segments, written in the transaction that changes
-- the facts. A person in a later segment replaces the same person in the earlier ones.
CREATE TABLE evidence_segment (
  partner_id text NOT NULL REFERENCES partner,
  segment integer NOT NULL,
  -- How many people it holds: small segments are folded into their neighbours.
  people integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (partner_id, segment)
);
-- Packed already.
ALTER TABLE evidence_segment ALTER content SET STORAGE EXTERNAL;
CALL raise_wall('evidence_segment');

-- People whose facts have changed since their segment was written. The triggers below set a mark whoever writes; a
-- transaction of Jalon packs the people it marked before it commits. Readers take marked people from the rows, so a
-- mark that stays (something else wrote to the database) costs time and never the truth.
CREATE TABLE evidence_mark (
  partner_id text NOT NULL,
  user_id uuid NOT NULL,
  transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (partner_id, user_id)
);
CREATE INDEX evidence_mark_transaction ON evidence_mark (transaction);
CALL raise_wall('evidence_mark');

-- How often the names of a partner's people have changed: they are read apart from the facts, and far less often.
ALTER TABLE partner_evidence ADD directory_version bigint NOT NULL DEFAULT 0;

-- Called with the partners' evidence locked, which is what keeps two transactions from packing over one another.
CREATE FUNCTION mark_evidence(partner_ids text[], user_ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO evidence_mark (partner_id, user_id)
  SELECT DISTINCT partner_id, user_id FROM unnest(partner_ids, user_ids) AS given (partner_id, user_id)
  ON CONFLICT (partner_id, user_id) DO UPDATE SET transaction = pg_current_xact_id()
    WHERE evidence_mark.transaction <> pg_current_xact_id();
END $$;

-- The partners with people marked by this transaction.
CREATE FUNCTION partners_marked_here() RETURNS SETOF text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE before text := enter_scope('network');
BEGIN
  RETURN QUERY SELECT DISTINCT partner_id FROM evidence_mark
    WHERE transaction = pg_current_xact_id_if_assigned() ORDER BY partner_id;
  PERFORM enter_scope(before);
END $$;

-- Locks everything that a change of records on these accounts will concern: the accounts, so that no claim on them
-- changes hands meanwhile, then the evidence of the partners who claim them. Always in this order and each in one
-- order, so that two batches over the same accounts wait for each other instead of both forever.
CREATE FUNCTION lock_evidence_of_accounts(accounts jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE before text := enter_scope('network');
BEGIN
  PERFORM FROM learning_account WHERE (provider, account_id) IN (
      SELECT provider, account_id FROM jsonb_to_recordset(accounts) AS a (provider text, account_id text))
    ORDER BY provider, account_id FOR SHARE;
  PERFORM FROM partner_evidence WHERE partner_id IN (
      SELECT c.partner_id FROM account_claim c
      JOIN jsonb_to_recordset(accounts) AS a (provider text, account_id text) USING (provider, account_id)
      WHERE c.voided_at IS NULL)
    ORDER BY partner_id FOR UPDATE;
  PERFORM enter_scope(before);
END $$;

CREATE OR REPLACE FUNCTION evidence_of_account_changed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE
  before text := enter_scope('network');
  partners text[];
  users uuid[];
BEGIN
  -- A claim that is being written on one of these accounts is waited for, and then seen.
  PERFORM FROM learning_account WHERE (provider, account_id) IN (SELECT provider, account_id FROM changed)
    ORDER BY provider, account_id FOR SHARE;
  SELECT array_agg(partner_id), array_agg(user_id) INTO partners, users FROM (
    SELECT DISTINCT c.partner_id, c.user_id FROM account_claim c
    JOIN (SELECT DISTINCT provider, account_id FROM changed) a USING (provider, account_id)
    WHERE c.voided_at IS NULL) AS holder;
  PERFORM bump_evidence(partners);
  PERFORM mark_evidence(partners, users);
  PERFORM enter_scope(before);
  RETURN NULL;
END $$;

-- A merge concerns whoever claims either account.
CREATE OR REPLACE FUNCTION evidence_of_merge_changed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE
  before text := enter_scope('network');
  partners text[];
  users uuid[];
BEGIN
  PERFORM FROM learning_account WHERE (provider, account_id) IN (
      SELECT provider, account_id FROM changed UNION SELECT into_provider, into_account_id FROM changed)
    ORDER BY provider, account_id FOR NO KEY UPDATE;
  SELECT array_agg(partner_id), array_agg(user_id) INTO partners, users FROM (
    SELECT DISTINCT c.partner_id, c.user_id FROM account_claim c JOIN changed m
      ON (c.provider, c.account_id) IN ((m.provider, m.account_id), (m.into_provider, m.into_account_id))
    WHERE c.voided_at IS NULL) AS holder;
  PERFORM bump_evidence(partners);
  PERFORM mark_evidence(partners, users);
  PERFORM enter_scope(before);
  RETURN NULL;
END $$;

-- A claim concerns its user, and the colleagues who claim the same account: its records are told with one of them.
CREATE FUNCTION evidence_of_claim_changed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE
  before text := enter_scope('network');
  partners text[];
  users uuid[];
BEGIN
  PERFORM bump_evidence(ARRAY(SELECT DISTINCT partner_id FROM changed));
  SELECT array_agg(partner_id), array_agg(user_id) INTO partners, users FROM (
    SELECT partner_id, user_id FROM changed
    UNION
    SELECT c.partner_id, c.user_id FROM account_claim c JOIN changed USING (partner_id, provider, account_id)
    WHERE c.voided_at IS NULL) AS holder;
  PERFORM mark_evidence(partners, users);
  PERFORM enter_scope(before);
  RETURN NULL;
END $$;

-- Whoever writes a claim takes the account first: a record that is being written to it is waited for, and then seen.
CREATE FUNCTION take_account() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE before text := enter_scope('network');
BEGIN
  PERFORM FROM learning_account WHERE provider = NEW.provider AND account_id = NEW.account_id FOR NO KEY UPDATE;
  PERFORM enter_scope(before);
  RETURN NEW;
END $$;
CREATE TRIGGER account_taken BEFORE INSERT OR UPDATE ON account_claim FOR EACH ROW EXECUTE FUNCTION take_account();

CREATE FUNCTION bump_directory(partner_ids text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE partner_evidence SET directory_version = directory_version + 1 WHERE partner_id = ANY (partner_ids);
END $$;

-- Rows about users that come, change or go.
CREATE FUNCTION evidence_of_users_changed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE before text := enter_scope('network');
BEGIN
  PERFORM bump_evidence(ARRAY(SELECT DISTINCT partner_id FROM changed));
  PERFORM bump_directory(ARRAY(SELECT DISTINCT partner_id FROM changed));
  PERFORM mark_evidence(array_agg(partner_id), array_agg(user_id)) FROM changed;
  PERFORM enter_scope(before);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION evidence_of_user_changed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE before text := enter_scope('network');
BEGIN
  PERFORM bump_evidence(ARRAY[NEW.partner_id]);
  PERFORM bump_directory(ARRAY[NEW.partner_id]);
  PERFORM mark_evidence(ARRAY[NEW.partner_id], ARRAY[NEW.user_id]);
  PERFORM enter_scope(before);
  RETURN NULL;
END $$;

DO $$
DECLARE
  relation text;
  reaction text;
BEGIN
  FOREACH relation IN ARRAY ARRAY['account_claim', 'user_contact', 'app_user'] LOOP
    reaction := CASE relation WHEN 'account_claim' THEN 'evidence_of_claim_changed' ELSE 'evidence_of_users_changed' END;
    EXECUTE format('DROP TRIGGER evidence_grew ON %I', relation);
    EXECUTE format('CREATE TRIGGER evidence_grew AFTER INSERT ON %I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION %I()', relation, reaction);
    -- Updates of app_user are looked at row by row: a sign-in changes no evidence.
    CONTINUE WHEN relation = 'app_user';
    EXECUTE format('DROP TRIGGER evidence_changed ON %I', relation);
    EXECUTE format('CREATE TRIGGER evidence_changed AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION %I()', relation, reaction);
  END LOOP;
  -- Erasing a person's name takes the person out of the directory and of the evidence.
  FOREACH relation IN ARRAY ARRAY['user_contact', 'app_user'] LOOP
    EXECUTE format('CREATE TRIGGER evidence_shrank AFTER DELETE ON %I REFERENCING OLD TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION evidence_of_users_changed()', relation);
  END LOOP;
END $$;

-- Nothing is packed yet: everybody who is here is marked, and packed at the end of `jalon migrate`.
SELECT set_config('jalon.scope', 'network', true);
INSERT INTO evidence_mark (partner_id, user_id) SELECT partner_id, user_id FROM app_user;
