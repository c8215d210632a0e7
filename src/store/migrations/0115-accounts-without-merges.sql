-- What is read with the accounts that some users claim, where none of these was merged: nearly always. Going through merges
-- only to find none took longer than everything else that is asked to write a new fact. Planned with what is asked each
-- time: a plan for everybody reads all claims of a company as long as nothing is known of its size.
CREATE OR REPLACE FUNCTION read_accounts(of_partner text, of_users uuid[], known timestamptz)
  RETURNS TABLE (provider text, account_id text, until timestamptz)
  LANGUAGE plpgsql STABLE ROWS 20 SET jit = off SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
  stands text := CASE WHEN known IS NULL THEN 'voided_at IS NULL'
    ELSE format('recorded_at <= %1$L AND (voided_at IS NULL OR voided_at > %1$L)', known) END;
BEGIN
  IF known IS NULL AND of_users IS NOT NULL AND NOT EXISTS (
    SELECT FROM account_claim c CROSS JOIN LATERAL (
      SELECT FROM learning_account_merge m
        WHERE m.provider = c.provider AND m.account_id = c.account_id AND m.voided_at IS NULL
      UNION ALL
      SELECT FROM learning_account_merge m
        WHERE m.into_provider = c.provider AND m.into_account_id = c.account_id AND m.voided_at IS NULL
      OFFSET 0) AS merged
    WHERE c.partner_id = of_partner AND c.user_id = ANY (of_users) AND c.voided_at IS NULL) THEN
    RETURN QUERY
      SELECT own.provider, own.account_id, (
        SELECT max(coalesce(upper(c.period), 'infinity')) FROM account_claim c
        WHERE c.partner_id = of_partner AND c.provider = own.provider AND c.account_id = own.account_id
          AND c.voided_at IS NULL)
      FROM (SELECT DISTINCT c.provider, c.account_id FROM account_claim c
        WHERE c.partner_id = of_partner AND c.user_id = ANY (of_users) AND c.voided_at IS NULL) AS own;
    RETURN;
  END IF;
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
