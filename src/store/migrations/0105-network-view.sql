-- What the network is counted by: beside how each company stands, which single skill would bring it a level, and which
-- levels it loses when a skill retires. All of it is found by the look at each company, and counted when a look at the
-- network is over: no page counts companies.

ALTER TABLE network_standing
  -- Skills that by themselves would bring or keep levels, with the levels.
  ADD COLUMN missing jsonb NOT NULL DEFAULT '[]',
  -- Skills that are about to count no more, with the levels that are lost by it.
  ADD COLUMN retiring jsonb NOT NULL DEFAULT '[]',
  -- What the company is counted under and found by, see standing-marks.ts.
  ADD COLUMN marks text[] NOT NULL DEFAULT '{}';
CREATE INDEX network_standing_marks ON network_standing USING gin (marks);

-- Companies of a programme under each mark, in each market and country; '' where a company says neither.
CREATE TABLE network_count (
  partner_id text NOT NULL DEFAULT 'network' REFERENCES partner CHECK (partner_id = 'network'),
  programme text NOT NULL,
  mark text NOT NULL,
  market text NOT NULL,
  country text NOT NULL,
  companies integer NOT NULL,
  PRIMARY KEY (partner_id, programme, mark, market, country)
);
CALL raise_wall('network_count');

-- When they were counted; one row.
CREATE TABLE network_counting (
  partner_id text NOT NULL DEFAULT 'network' REFERENCES partner CHECK (partner_id = 'network'),
  counted_at timestamptz NOT NULL,
  PRIMARY KEY (partner_id)
);
CALL raise_wall('network_counting');

-- Every company is looked at once more, so that the new columns are known: what was told of it is not told again.
SELECT set_config('jalon.scope', 'network', true);
UPDATE notice_round SET catalogue = '';
DELETE FROM network_run;
