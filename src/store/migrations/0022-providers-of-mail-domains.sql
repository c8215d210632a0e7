-- A company names the mail domains whose people are offered its provider. A domain in which another company has people
-- is not offered, so that nobody leads them to a page of his or her own making; nor is one that only operators have.
CREATE INDEX user_contact_domain ON user_contact (lower(substring(work_email FROM '[^@]*$')), partner_id);

CREATE OR REPLACE FUNCTION find_providers_of_domain(domain text) RETURNS TABLE (provider_id uuid, name text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
#variable_conflict use_column
DECLARE
  before text := enter_scope('network');
  holders text[];
BEGIN
  SELECT array_agg(DISTINCT c.partner_id) INTO holders FROM user_contact c
    WHERE lower(substring(c.work_email FROM '[^@]*$')) = lower(domain);
  RETURN QUERY SELECT p.provider_id, p.name FROM identity_provider p
    WHERE p.issuer IS NOT NULL AND p.ended_at IS NULL AND lower(domain) = ANY (p.email_domains)
      AND (holders IS NULL OR (p.partner_id = ANY (holders) AND holders <@ ARRAY[p.partner_id, 'network']))
    ORDER BY p.name, p.provider_id LIMIT 5;
  PERFORM enter_scope(before);
END $$;
