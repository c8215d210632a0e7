-- Answers by the rules of several programmes stand side by side.
ALTER TABLE derived_result DROP CONSTRAINT derived_result_pkey;
ALTER TABLE derived_result ADD PRIMARY KEY (partner_id, question, catalogue, known_at, valid_on);

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
