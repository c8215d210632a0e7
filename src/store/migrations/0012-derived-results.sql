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

-- The two questions that nearly every request asks, each one statement without a transaction around it: the function
-- claims the partner, as a transaction would, and the walls hold it like everybody. The claim ends with the statement.
CREATE FUNCTION claim_partner(partner text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('jalon.scope', 'tenant', true), set_config('jalon.partner_id', partner, true);
END $$;

CREATE FUNCTION evidence_version_of(partner text) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  PERFORM claim_partner(partner);
  RETURN (SELECT version FROM partner_evidence WHERE partner_id = partner);
END $$;

CREATE FUNCTION ready_answer(partner text, asked text, rules text, known text, day date)
  RETURNS TABLE (answer text, valid_on date) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM claim_partner(partner);
  RETURN QUERY
    SELECT d.answer, d.valid_on FROM derived_result d
    JOIN partner_evidence e ON e.partner_id = d.partner_id AND e.version = d.evidence_version
    WHERE d.partner_id = partner AND d.question = asked AND d.catalogue = rules AND d.known_at = known
      AND d.valid_on <= day AND day < d.changes_on
    ORDER BY d.valid_on DESC LIMIT 1;
END $$;
