-- What the network looks like by the rules of the catalogue: how each company stands in each of its programmes, how far
-- the background work is that looks at them all, and of whom it failed.

-- One row for each programme of a company. It holds ids, days and numbers, no names.
CREATE TABLE network_standing (
  partner_id text NOT NULL REFERENCES partner,
  programme text NOT NULL,
  -- Version of its rules.
  catalogue text NOT NULL,
  evidence_version bigint NOT NULL,
  seen_on date NOT NULL,
  -- First day on which it may differ by what was known.
  changes_on date NOT NULL,
  seen_at timestamptz NOT NULL,
  levels jsonb NOT NULL,
  -- Levels held by a membership and lost before its year ends, and the first day of that.
  at_risk integer NOT NULL,
  first_loss date,
  -- What the last change of the rules meant; NULL where none was seen.
  rules_change jsonb,
  gained integer NOT NULL,
  lost integer NOT NULL,
  PRIMARY KEY (partner_id, programme)
);
CREATE INDEX network_standing_at_risk ON network_standing (first_loss NULLS FIRST, partner_id, programme)
  WHERE at_risk > 0;
CREATE INDEX network_standing_gained ON network_standing (partner_id, programme) WHERE gained > 0;
CREATE INDEX network_standing_lost ON network_standing (partner_id, programme) WHERE lost > 0;
CALL raise_wall('network_standing');

-- The companies at which the work failed last; gone when it succeeds.
CREATE TABLE network_failure (
  partner_id text NOT NULL REFERENCES partner,
  failed_at timestamptz NOT NULL,
  catalogue text NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (partner_id)
);
CALL raise_wall('network_failure');

-- Each time that the rules have changed the whole network is looked at anew. `done` grows in the transactions that
-- look, so that it is true whenever they end.
CREATE TABLE network_run (
  partner_id text NOT NULL DEFAULT 'network' REFERENCES partner CHECK (partner_id = 'network'),
  run_id bigint GENERATED ALWAYS AS IDENTITY,
  -- Names the versions of all programmes together.
  catalogue text NOT NULL,
  -- Programme → version.
  versions jsonb NOT NULL,
  started_at timestamptz NOT NULL,
  total integer NOT NULL,
  done integer NOT NULL DEFAULT 0,
  -- Since when, and from where on, a server has been at work without a break.
  resumed_at timestamptz NOT NULL,
  resumed_done integer NOT NULL DEFAULT 0,
  finished_at timestamptz,
  PRIMARY KEY (partner_id, run_id)
);
CALL raise_wall('network_run');

-- Every company is looked at once more, so that how it stands is known: what was told of it is not told again.
SELECT set_config('jalon.scope', 'network', true);
UPDATE notice_round SET catalogue = '';
