-- Records of a merged account are read as those of the account into which it was merged, over as many steps as there
-- are: whoever has claimed the survivor reads them, without a claim on the account that was merged away.

CREATE INDEX learning_account_merge_account ON learning_account_merge (provider, account_id);
CREATE INDEX learning_account_merge_into ON learning_account_merge (into_provider, into_account_id);

-- Why a merge was undone, beside the fact that is voided.
CREATE TABLE learning_account_merge_undone (
  merge_id uuid PRIMARY KEY REFERENCES learning_account_merge,
  reason text NOT NULL,
  undone_at timestamptz NOT NULL,
  undone_by text NOT NULL
);
CALL raise_network_wall('learning_account_merge_undone');
CALL make_append_only('learning_account_merge_undone');

-- Whether the claimed partner has claimed an account into which this one is, or was, merged: what was achieved before
-- the claim ended, and known before the merge was undone.
CREATE FUNCTION claimed_above(of_provider text, of_account text, achieved date, known timestamptz) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = jalon, pg_temp SET jit = off AS $$
DECLARE
  before text := coalesce(current_setting('jalon.scope', true), '');
  partner text := claimed_partner();
  found boolean;
BEGIN
  PERFORM set_config('jalon.scope', 'network', true);
  WITH RECURSIVE above (provider, account_id, known_until) AS (
    SELECT m.into_provider, m.into_account_id, coalesce(m.voided_at, 'infinity') FROM learning_account_merge m
    WHERE m.provider = of_provider AND m.account_id = of_account
    UNION
    SELECT m.into_provider, m.into_account_id, least(a.known_until, coalesce(m.voided_at, 'infinity'))
    FROM above a JOIN learning_account_merge m ON m.provider = a.provider AND m.account_id = a.account_id)
  SELECT EXISTS (
    SELECT FROM above a JOIN account_claim c ON c.provider = a.provider AND c.account_id = a.account_id
    WHERE c.partner_id = partner AND c.voided_at IS NULL AND known < a.known_until
      AND (upper_inf(c.period) OR achieved <= upper(c.period)::date)) INTO found;
  PERFORM set_config('jalon.scope', before, true);
  RETURN found;
END $$;

DROP POLICY through_a_claim ON skill_record;
CREATE POLICY through_a_claim ON skill_record FOR SELECT USING (NOT (SELECT claims_network()) AND (EXISTS (
  SELECT FROM account_claim c
  WHERE c.provider = skill_record.provider AND c.account_id = skill_record.account_id
    AND c.partner_id = (SELECT claimed_partner()) AND c.voided_at IS NULL
    AND (upper_inf(c.period) OR skill_record.achieved_on <= upper(c.period)::date))
  OR claimed_above(provider, account_id, achieved_on, recorded_at)));

DROP POLICY through_a_claim ON learning_account_merge;
CREATE POLICY through_a_claim ON learning_account_merge FOR SELECT USING (NOT (SELECT claims_network()) AND (EXISTS (
  SELECT FROM account_claim c
  WHERE ((c.provider = learning_account_merge.provider AND c.account_id = learning_account_merge.account_id)
      OR (c.provider = learning_account_merge.into_provider
        AND c.account_id = learning_account_merge.into_account_id))
    AND c.partner_id = (SELECT claimed_partner()) AND c.voided_at IS NULL)
  OR claimed_above(into_provider, into_account_id, '-infinity', recorded_at)));

-- All that a partner may read of its people's records: what is on accounts that it has claimed, and on those merged
-- into them. The same wall as the policy, asked once for each account instead of once for each record.
CREATE OR REPLACE FUNCTION readable_skill_records() RETURNS SETOF skill_record
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = jalon, pg_temp
  SET work_mem = '64MB' SET jit = off ROWS 100000 AS $$
DECLARE
  before text := coalesce(current_setting('jalon.scope', true), '');
  partner text := claimed_partner();
BEGIN
  PERFORM set_config('jalon.scope', 'network', true);
  RETURN QUERY
    SELECT r.* FROM skill_record r
    JOIN (
      SELECT c.provider, c.account_id, max(coalesce(upper(c.period), 'infinity')) AS until
      FROM account_claim c WHERE c.partner_id = partner AND c.voided_at IS NULL
      GROUP BY c.provider, c.account_id
    ) own USING (provider, account_id)
    WHERE r.achieved_on <= own.until::date;
  IF EXISTS (SELECT FROM learning_account_merge) THEN
    -- Few accounts are merged: theirs are looked up one by one, and told once where they are claimed as well.
    RETURN QUERY
      WITH RECURSIVE reach (provider, account_id, until, known_until, merged) AS (
        SELECT c.provider, c.account_id, max(coalesce(upper(c.period), 'infinity')), 'infinity'::timestamptz, false
        FROM account_claim c WHERE c.partner_id = partner AND c.voided_at IS NULL
        GROUP BY c.provider, c.account_id
        UNION
        SELECT m.provider, m.account_id, r.until, least(r.known_until, coalesce(m.voided_at, 'infinity')), true
        FROM reach r JOIN learning_account_merge m
          ON m.into_provider = r.provider AND m.into_account_id = r.account_id)
      SELECT r.* FROM (SELECT DISTINCT provider, account_id FROM reach WHERE merged) AS away
      CROSS JOIN LATERAL (SELECT * FROM skill_record s
        WHERE s.provider = away.provider AND s.account_id = away.account_id OFFSET 0) AS r
      WHERE EXISTS (
          SELECT FROM reach w WHERE w.merged AND w.provider = r.provider AND w.account_id = r.account_id
            AND r.achieved_on <= w.until::date AND r.recorded_at < w.known_until)
        AND NOT EXISTS (
          SELECT FROM reach w WHERE NOT w.merged AND w.provider = r.provider AND w.account_id = r.account_id
            AND r.achieved_on <= w.until::date);
  END IF;
  PERFORM set_config('jalon.scope', before, true);
END $$;

-- Accounts that are read with those that some users of a partner claim (NULL: all of them), as they stand or as they
-- were known, with the end of the latest claim that opens each: the claimed ones; those that colleagues claim and into
-- which one of them was merged, for the records are told with these; and all that were merged into any of them. Nothing
-- that only another partner has claimed is among them. Steps over merges are guessed as far more than there are, so it
-- is planned by itself, and never compiled.
CREATE FUNCTION read_accounts(of_partner text, of_users uuid[], known timestamptz)
  RETURNS TABLE (provider text, account_id text, until timestamptz)
  LANGUAGE plpgsql STABLE ROWS 20 SET jit = off AS $$
DECLARE
  stands text := CASE WHEN known IS NULL THEN 'voided_at IS NULL'
    ELSE format('recorded_at <= %1$L AND (voided_at IS NULL OR voided_at > %1$L)', known) END;
BEGIN
  RETURN QUERY EXECUTE format($query$
    WITH RECURSIVE above (provider, account_id) AS (
      SELECT DISTINCT provider, account_id FROM account_claim WHERE partner_id = $1 AND %1$s AND %2$s
      UNION
      SELECT m.into_provider, m.into_account_id FROM above a CROSS JOIN LATERAL (
        SELECT into_provider, into_account_id FROM learning_account_merge
        WHERE %1$s AND provider = a.provider AND account_id = a.account_id OFFSET 0) AS m),
    below (provider, account_id, until) AS (
      SELECT a.provider, a.account_id, c.until FROM above a CROSS JOIN LATERAL (
        SELECT (SELECT max(coalesce(upper(period), 'infinity')) FROM account_claim
          WHERE partner_id = $1 AND provider = a.provider AND account_id = a.account_id AND voided_at IS NULL) AS until
        WHERE EXISTS (SELECT FROM account_claim
          WHERE partner_id = $1 AND provider = a.provider AND account_id = a.account_id AND %1$s)) AS c
      UNION
      SELECT m.provider, m.account_id, b.until FROM below b CROSS JOIN LATERAL (
        SELECT provider, account_id FROM learning_account_merge
        WHERE %1$s AND into_provider = b.provider AND into_account_id = b.account_id OFFSET 0) AS m)
    SELECT provider, account_id, max(until) FROM below GROUP BY provider, account_id
    $query$, stands, CASE WHEN of_users IS NULL THEN 'true' ELSE 'user_id = ANY ($2)' END)
  USING of_partner, of_users;
END $$;

-- Who claims one of the changed accounts, or an account into which it was merged: the records are told with that one.
CREATE OR REPLACE FUNCTION evidence_of_account_changed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp SET jit = off AS $$
DECLARE
  before text := enter_scope('network');
  partners text[];
  users uuid[];
BEGIN
  -- A claim that is being written on one of these accounts is waited for, and then seen; so is a merge.
  PERFORM FROM learning_account WHERE (provider, account_id) IN (SELECT provider, account_id FROM changed)
    ORDER BY provider, account_id FOR SHARE;
  WITH RECURSIVE above (provider, account_id) AS (
    SELECT DISTINCT provider, account_id FROM changed
    UNION
    SELECT m.into_provider, m.into_account_id FROM above a JOIN learning_account_merge m USING (provider, account_id)
    WHERE m.voided_at IS NULL)
  SELECT array_agg(partner_id), array_agg(user_id) INTO partners, users FROM (
    SELECT DISTINCT c.partner_id, c.user_id FROM above a CROSS JOIN LATERAL (
      SELECT partner_id, user_id FROM account_claim
      WHERE provider = a.provider AND account_id = a.account_id AND voided_at IS NULL OFFSET 0) AS c) AS holder;
  PERFORM bump_evidence(partners);
  PERFORM mark_evidence(partners, users);
  PERFORM enter_scope(before);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION lock_evidence_of_accounts(accounts jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp SET jit = off AS $$
DECLARE
  before text := enter_scope('network');
  partners text[];
BEGIN
  PERFORM FROM learning_account WHERE (provider, account_id) IN (
      SELECT provider, account_id FROM jsonb_to_recordset(accounts) AS a (provider text, account_id text))
    ORDER BY provider, account_id FOR SHARE;
  WITH RECURSIVE above (provider, account_id) AS (
    SELECT DISTINCT provider, account_id FROM jsonb_to_recordset(accounts) AS a (provider text, account_id text)
    UNION
    SELECT m.into_provider, m.into_account_id FROM above a JOIN learning_account_merge m USING (provider, account_id)
    WHERE m.voided_at IS NULL)
  SELECT array_agg(DISTINCT c.partner_id) INTO partners FROM above a CROSS JOIN LATERAL (
    SELECT partner_id FROM account_claim
    WHERE provider = a.provider AND account_id = a.account_id AND voided_at IS NULL OFFSET 0) AS c;
  PERFORM FROM partner_evidence WHERE partner_id = ANY (partners) ORDER BY partner_id FOR UPDATE;
  PERFORM enter_scope(before);
END $$;

-- A merge, and its end, concern whoever claims one of the accounts that hang together by merges.
CREATE OR REPLACE FUNCTION evidence_of_merge_changed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp SET jit = off AS $$
DECLARE
  before text := enter_scope('network');
  family jsonb;
  partners text[];
  users uuid[];
BEGIN
  WITH RECURSIVE related (provider, account_id) AS (
    SELECT provider, account_id FROM changed
    UNION SELECT into_provider, into_account_id FROM changed
    UNION
    SELECT step.provider, step.account_id FROM related r CROSS JOIN LATERAL (
      SELECT into_provider AS provider, into_account_id AS account_id FROM learning_account_merge
      WHERE provider = r.provider AND account_id = r.account_id AND voided_at IS NULL
      UNION ALL
      SELECT provider, account_id FROM learning_account_merge
      WHERE into_provider = r.provider AND into_account_id = r.account_id AND voided_at IS NULL) AS step)
  SELECT jsonb_agg(to_jsonb(related)) INTO family FROM related;
  PERFORM FROM learning_account WHERE (provider, account_id) IN (
      SELECT provider, account_id FROM jsonb_to_recordset(family) AS a (provider text, account_id text))
    ORDER BY provider, account_id FOR NO KEY UPDATE;
  SELECT array_agg(partner_id), array_agg(user_id) INTO partners, users FROM (
    SELECT DISTINCT c.partner_id, c.user_id FROM account_claim c
    JOIN jsonb_to_recordset(family) AS a (provider text, account_id text) USING (provider, account_id)
    WHERE c.voided_at IS NULL) AS holder;
  PERFORM bump_evidence(partners);
  PERFORM mark_evidence(partners, users);
  PERFORM enter_scope(before);
  RETURN NULL;
END $$;

-- A claim concerns its user, and the colleagues who claim the same account or one that hangs together with it by
-- merges: the records are told with one of them.
CREATE OR REPLACE FUNCTION evidence_of_claim_changed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp SET jit = off AS $$
DECLARE
  before text := enter_scope('network');
  partners text[];
  users uuid[];
BEGIN
  PERFORM bump_evidence(ARRAY(SELECT DISTINCT partner_id FROM changed));
  WITH RECURSIVE related (partner_id, provider, account_id) AS (
    SELECT DISTINCT partner_id, provider, account_id FROM changed
    UNION
    SELECT r.partner_id, step.provider, step.account_id FROM related r CROSS JOIN LATERAL (
      SELECT into_provider AS provider, into_account_id AS account_id FROM learning_account_merge
      WHERE provider = r.provider AND account_id = r.account_id AND voided_at IS NULL
      UNION ALL
      SELECT provider, account_id FROM learning_account_merge
      WHERE into_provider = r.provider AND into_account_id = r.account_id AND voided_at IS NULL) AS step)
  SELECT array_agg(partner_id), array_agg(user_id) INTO partners, users FROM (
    SELECT partner_id, user_id FROM changed
    UNION
    SELECT r.partner_id, c.user_id FROM related r CROSS JOIN LATERAL (
      SELECT user_id FROM account_claim
      WHERE provider = r.provider AND account_id = r.account_id AND partner_id = r.partner_id
        AND voided_at IS NULL OFFSET 0) AS c) AS holder;
  PERFORM mark_evidence(partners, users);
  PERFORM enter_scope(before);
  RETURN NULL;
END $$;
