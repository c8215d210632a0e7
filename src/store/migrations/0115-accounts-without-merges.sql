-- What is read with the accounts that some users claim, where none of these was merged: nearly always. Going through merges
-- only to find none took longer than everything else that is asked to write a new fact. Planned with what is asked each
-- time: a plan for everybody reads all claims of a company as long as nothing is known of its size.
ALTER FUNCTION read_accounts(text, uuid[], timestamptz) RENAME TO read_accounts_through_merges;

CREATE FUNCTION read_accounts(of_partner text, of_users uuid[], known timestamptz)
  RETURNS TABLE (provider text, account_id text, until timestamptz)
  LANGUAGE plpgsql STABLE ROWS 20 SET jit = off SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
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
  RETURN QUERY SELECT * FROM read_accounts_through_merges(of_partner, of_users, known);
END $$;
