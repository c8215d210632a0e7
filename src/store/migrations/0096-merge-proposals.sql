-- Pairs of learning accounts that are probably one person's: found by looking, or met when a transcript named another
-- account than the associated one. A pair is proposed once, whatever the causes, and stays closed when it was decided.
CREATE TABLE merge_proposal (
  proposal_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  provider text NOT NULL,
  -- To be merged into the other one, which a company's report shows.
  account_id text NOT NULL,
  into_account_id text NOT NULL,
  -- What speaks for it: [{"kind": "same-certificate", "value": "…"}, …]; ids and numbers, no names.
  causes jsonb NOT NULL,
  found_at timestamptz NOT NULL,
  closed_at timestamptz,
  closed_by text,
  closing text CHECK (closing IN ('merged', 'dismissed')),
  closing_reason text,
  merge_id uuid REFERENCES learning_account_merge,
  FOREIGN KEY (provider, account_id) REFERENCES learning_account,
  FOREIGN KEY (provider, into_account_id) REFERENCES learning_account,
  CHECK (account_id <> into_account_id),
  CHECK ((closed_at IS NULL) = (closing IS NULL))
);
CREATE UNIQUE INDEX merge_proposal_once ON merge_proposal
  (provider, least(account_id, into_account_id), greatest(account_id, into_account_id));
CREATE INDEX merge_proposal_open ON merge_proposal (found_at, proposal_id) WHERE closed_at IS NULL;
CREATE INDEX merge_proposal_merge ON merge_proposal (merge_id) WHERE merge_id IS NOT NULL;
CALL raise_network_wall('merge_proposal');

-- The account as which one is read; itself when it is not merged. It sees what its caller may see.
CREATE FUNCTION surviving_account(of_provider text, of_account text) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  survivor text := of_account;
  further text;
BEGIN
  LOOP
    SELECT into_account_id INTO further FROM learning_account_merge
      WHERE provider = of_provider AND account_id = survivor AND voided_at IS NULL;
    IF further IS NULL THEN RETURN survivor; END IF;
    survivor := further;
  END LOOP;
END $$;
