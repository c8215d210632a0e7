-- Merges of companies that were asked for: who asked, how far the work is, and how it ended. The merge itself is one
-- transaction, in which its run ends too: a run that is not done has changed nothing.
CREATE TABLE partner_merge_run (
  partner_id text NOT NULL DEFAULT 'network' REFERENCES partner CHECK (partner_id = 'network'),
  merge_id uuid NOT NULL DEFAULT gen_random_uuid(),
  from_partner_id text NOT NULL,
  into_partner_id text NOT NULL,
  same_people jsonb NOT NULL,
  keep_roles boolean NOT NULL,
  reason text NOT NULL,
  requested_at timestamptz NOT NULL,
  requested_by text NOT NULL,
  state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
  phase text NOT NULL DEFAULT 'waiting'
    CHECK (phase IN ('waiting', 'judging', 'people', 'associations', 'reports')),
  -- Steps: each person who goes on is one in each of the phases that change something.
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL DEFAULT 0,
  attempts smallint NOT NULL DEFAULT 0,
  finished_at timestamptz,
  counts jsonb,
  failure jsonb,
  -- Whoever works on it says so again and again: after this instant another server may take it over.
  lease_until timestamptz,
  lease_by uuid,
  PRIMARY KEY (partner_id, merge_id)
);
CREATE INDEX partner_merge_run_unfinished ON partner_merge_run (requested_at) WHERE state IN ('queued', 'running');
CREATE INDEX partner_merge_run_by_time ON partner_merge_run (partner_id, requested_at DESC);
CALL raise_wall('partner_merge_run');

-- On which side of a merge that is being made a company is: 'from', 'into', or NULL.
CREATE FUNCTION merge_under_way(partner text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE
  before text := enter_scope('network');
  side text;
BEGIN
  SELECT CASE partner WHEN r.from_partner_id THEN 'from' ELSE 'into' END INTO side FROM partner_merge_run r
    WHERE r.state = 'running' AND partner IN (r.from_partner_id, r.into_partner_id) LIMIT 1;
  PERFORM enter_scope(before);
  RETURN side;
END $$;

-- Right after a large import PostgreSQL does not know yet how much there is of anything, and joins thousands of people
-- row by row. Nothing is done where it knows.
CREATE FUNCTION learn_sizes_of_people() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE relation text;
BEGIN
  FOR relation IN SELECT s.relname FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid
    WHERE s.schemaname = 'jalon' AND s.n_mod_since_analyze > 1000 + greatest(c.reltuples, 0) / 10
      AND s.relname IN ('app_user', 'user_contact', 'user_role', 'learning_account', 'account_claim', 'skill_record')
    ORDER BY s.relname
  LOOP EXECUTE format('ANALYZE jalon.%I', relation); END LOOP;
END $$;

-- A merge has taken all the accounts and both companies before it writes: to take them again row by row was a quarter of
-- its time.
DROP TRIGGER account_taken ON account_claim;
CREATE TRIGGER account_taken BEFORE INSERT OR UPDATE ON account_claim FOR EACH ROW
  WHEN (coalesce(current_setting('jalon.merging', true), '') <> 'yes') EXECUTE FUNCTION take_account();
DROP TRIGGER company_goes_on ON app_user;
CREATE TRIGGER company_goes_on BEFORE INSERT ON app_user FOR EACH ROW
  WHEN (coalesce(current_setting('jalon.merging', true), '') <> 'yes') EXECUTE FUNCTION refuse_at_merged_company();
DROP TRIGGER company_goes_on ON account_claim;
CREATE TRIGGER company_goes_on BEFORE INSERT ON account_claim FOR EACH ROW
  WHEN (NEW.voided_at IS NULL AND upper_inf(NEW.period) AND coalesce(current_setting('jalon.merging', true), '') <> 'yes')
  EXECUTE FUNCTION refuse_at_merged_company();
