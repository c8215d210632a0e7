-- What hangs on the accounts of a delivery is looked up account by account: joined with all claims of the network, one
-- record of one person read every claim there is. OFFSET 0 keeps PostgreSQL from making the join after all.

-- Locks everything that a change of records on these accounts will concern, see 0011.
CREATE OR REPLACE FUNCTION lock_evidence_of_accounts(accounts jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE before text := enter_scope('network');
BEGIN
  PERFORM FROM learning_account WHERE (provider, account_id) IN (
      SELECT provider, account_id FROM jsonb_to_recordset(accounts) AS a (provider text, account_id text))
    ORDER BY provider, account_id FOR SHARE;
  PERFORM FROM partner_evidence WHERE partner_id = ANY (ARRAY(
      SELECT c.partner_id FROM jsonb_to_recordset(accounts) AS a (provider text, account_id text)
      CROSS JOIN LATERAL (
        SELECT partner_id FROM account_claim
        WHERE provider = a.provider AND account_id = a.account_id AND voided_at IS NULL OFFSET 0) AS c))
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
    SELECT DISTINCT c.partner_id, c.user_id FROM (SELECT DISTINCT provider, account_id FROM changed) AS a
    CROSS JOIN LATERAL (
      SELECT partner_id, user_id FROM account_claim
      WHERE provider = a.provider AND account_id = a.account_id AND voided_at IS NULL OFFSET 0) AS c) AS holder;
  PERFORM bump_evidence(partners);
  PERFORM mark_evidence(partners, users);
  PERFORM enter_scope(before);
  RETURN NULL;
END $$;

-- A kept answer is read far more often than written: taking it out of its compressed form cost more than all the rest.
ALTER TABLE derived_result ALTER answer SET STORAGE EXTERNAL;
