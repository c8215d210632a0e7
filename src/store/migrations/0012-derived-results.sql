-- Ready answers about a partner, as JSON text. One row answers from `valid_on` until the day before `changes_on`: by
-- what is known, nothing about the partner changes in between but the date in the answer.
CREATE TABLE derived_result (
  partner_id text NOT NULL REFERENCES partner,
  question text NOT NULL,
  known_at text NOT NULL,
  valid_on date NOT NULL,
  changes_on date NOT NULL CHECK (changes_on > valid_on),
  -- Programme and version of its rules.
  catalogue text NOT NULL,
  evidence_version bigint NOT NULL,
  answer text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (partner_id, question, known_at, valid_on)
);
CALL raise_wall('derived_result');

-- Partners are taken in one order, so that two batches over the same partners wait instead of deadlocking. Answers
-- that no longer hold go at once: they may carry names that have just been erased.
CREATE OR REPLACE FUNCTION bump_evidence(partner_ids text[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE before text := enter_scope('network');
BEGIN
  PERFORM FROM partner_evidence WHERE partner_id = ANY (partner_ids) ORDER BY partner_id FOR UPDATE;
  UPDATE partner_evidence SET version = version + 1, changed_at = now() WHERE partner_id = ANY (partner_ids);
  DELETE FROM derived_result WHERE partner_id = ANY (partner_ids);
  PERFORM enter_scope(before);
END $$;
