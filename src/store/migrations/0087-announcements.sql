-- What the network tells its companies for a time: all of them, or those that are named. The words belong to the network; a
-- company reads what is meant for it through the function below.
CREATE TABLE announcement (
  partner_id text NOT NULL DEFAULT 'network' REFERENCES partner CHECK (partner_id = 'network'),
  announcement_id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('information', 'warning')),
  text_fr text NOT NULL,
  text_en text NOT NULL,
  -- NULL: all companies.
  audience text[],
  shown_from timestamptz NOT NULL,
  shown_until timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  PRIMARY KEY (partner_id, announcement_id),
  CHECK (shown_until > shown_from),
  CHECK (cardinality(audience) > 0)
);
CREATE INDEX announcement_shown ON announcement (shown_until);
CALL raise_wall('announcement');

-- What is shown at an instant to the people of the claimed company.
CREATE FUNCTION announcements_for_claimed(at timestamptz)
  RETURNS TABLE (announcement_id uuid, kind text, text_fr text, text_en text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
#variable_conflict use_column
DECLARE
  company text := claimed_partner();
  before text := enter_scope('network');
BEGIN
  RETURN QUERY
    SELECT a.announcement_id, a.kind, a.text_fr, a.text_en FROM announcement a
    WHERE a.shown_from <= at AND at < a.shown_until AND (a.audience IS NULL OR company = ANY (a.audience))
    ORDER BY a.kind DESC, a.shown_from DESC;
  PERFORM enter_scope(before);
END $$;
