-- Network facts: they belong to a person, are keyed by learning account, and move with him or her.

CREATE TABLE learning_account (
  provider text NOT NULL,
  account_id text NOT NULL,
  first_seen_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (provider, account_id)
);

CREATE TABLE learning_account_contact (
  provider text NOT NULL,
  account_id text NOT NULL,
  email text NOT NULL,
  PRIMARY KEY (provider, account_id),
  FOREIGN KEY (provider, account_id) REFERENCES learning_account
);

CREATE TABLE learning_account_merge (
  merge_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  provider text NOT NULL,
  account_id text NOT NULL,
  into_provider text NOT NULL,
  into_account_id text NOT NULL,
  reason text NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  voided_at timestamptz,
  FOREIGN KEY (provider, account_id) REFERENCES learning_account,
  FOREIGN KEY (into_provider, into_account_id) REFERENCES learning_account,
  CHECK ((provider, account_id) <> (into_provider, into_account_id))
);
CREATE UNIQUE INDEX learning_account_merge_once ON learning_account_merge (provider, account_id)
  WHERE voided_at IS NULL;
CALL make_append_only('learning_account_merge');

-- "User U associated account A, at partner P, from t1 to t2." Ending one voids the open fact and records the
-- closed one under the same association_id.
CREATE TABLE account_claim (
  claim_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id uuid NOT NULL,
  provider text NOT NULL,
  account_id text NOT NULL,
  partner_id text NOT NULL,
  user_id uuid NOT NULL,
  via text NOT NULL CHECK (via IN ('partner-center', 'pmc')),
  period tstzrange NOT NULL CHECK (NOT isempty(period) AND lower(period) IS NOT NULL
    AND lower_inc(period) AND NOT upper_inc(period)),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  voided_at timestamptz,
  FOREIGN KEY (provider, account_id) REFERENCES learning_account,
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user,
  -- One partner at a time is a law of the database, whatever the program does.
  CONSTRAINT one_partner_at_a_time EXCLUDE USING gist
    (provider WITH =, account_id WITH =, via WITH =, period WITH &&) WHERE (voided_at IS NULL)
);
CREATE INDEX account_claim_partner ON account_claim (partner_id, user_id) WHERE voided_at IS NULL;
CREATE INDEX account_claim_account ON account_claim (provider, account_id) WHERE voided_at IS NULL;
CALL make_append_only('account_claim');

CREATE TABLE skill_record (
  record_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  provider text NOT NULL,
  account_id text NOT NULL,
  skill text NOT NULL,
  achieved_on date NOT NULL,
  expires_on date,
  revoked_on date,
  source text NOT NULL,
  external_id text,
  certificate_number text,
  grade smallint NOT NULL CHECK (grade BETWEEN 0 AND 4),
  title_as_given text,
  recorded_at timestamptz NOT NULL,
  voided_at timestamptz,
  -- The partner whose file brought it (no foreign key: the record outlives the partner), or NULL for a source.
  imported_by text,
  recorded_by text NOT NULL,
  FOREIGN KEY (provider, account_id) REFERENCES learning_account
);
-- A file sent twice has no effect: one living record per source, account, skill and completion day.
CREATE UNIQUE INDEX skill_record_once ON skill_record (provider, account_id, source, skill, achieved_on)
  WHERE voided_at IS NULL;
CREATE UNIQUE INDEX skill_record_external ON skill_record (source, external_id)
  WHERE voided_at IS NULL AND external_id IS NOT NULL;
CREATE INDEX skill_record_account ON skill_record (provider, account_id);
CALL make_append_only('skill_record');

-- Records that came with a corporate e-mail alone, until the person associates an account of the provider.
CREATE TABLE unmatched_skill_record (
  partner_id text NOT NULL REFERENCES partner,
  unmatched_id uuid NOT NULL DEFAULT gen_random_uuid(),
  provider text NOT NULL,
  work_email text NOT NULL,
  skill text NOT NULL,
  achieved_on date NOT NULL,
  expires_on date,
  revoked_on date,
  source text NOT NULL,
  external_id text,
  certificate_number text,
  grade smallint NOT NULL CHECK (grade BETWEEN 0 AND 4),
  title_as_given text,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  -- Set when the record found its account, or was withdrawn.
  voided_at timestamptz,
  PRIMARY KEY (partner_id, unmatched_id)
);
CREATE UNIQUE INDEX unmatched_skill_record_once ON unmatched_skill_record
  (partner_id, provider, lower(work_email), source, skill, achieved_on) WHERE voided_at IS NULL;
CALL raise_wall('unmatched_skill_record');
CALL make_append_only('unmatched_skill_record');

-- A tenant reads network facts only through a claim of its own. What the person achieves after the claim ended
-- is none of the former partner's business; what was achieved before stays readable, as history.
CALL raise_network_wall('account_claim');
CREATE POLICY own_claims ON account_claim USING (partner_id = (SELECT claimed_partner()));

CALL raise_network_wall('learning_account');
CREATE POLICY through_a_claim ON learning_account FOR SELECT USING ((provider, account_id) IN (
  SELECT c.provider, c.account_id FROM account_claim c WHERE c.partner_id = (SELECT claimed_partner())));

CALL raise_network_wall('learning_account_contact');
CREATE POLICY through_an_open_claim ON learning_account_contact FOR SELECT USING ((provider, account_id) IN (
  SELECT c.provider, c.account_id FROM account_claim c
  WHERE c.partner_id = (SELECT claimed_partner()) AND c.voided_at IS NULL AND upper_inf(c.period)));

CALL raise_network_wall('learning_account_merge');
CREATE POLICY through_a_claim ON learning_account_merge FOR SELECT USING (
  (provider, account_id) IN (
    SELECT c.provider, c.account_id FROM account_claim c WHERE c.partner_id = (SELECT claimed_partner()))
  OR (into_provider, into_account_id) IN (
    SELECT c.provider, c.account_id FROM account_claim c WHERE c.partner_id = (SELECT claimed_partner())));

CALL raise_network_wall('skill_record');
CREATE POLICY through_a_claim ON skill_record FOR SELECT USING (
  (provider, account_id) IN (
    SELECT c.provider, c.account_id FROM account_claim c
    WHERE c.partner_id = (SELECT claimed_partner()) AND c.voided_at IS NULL AND upper_inf(c.period))
  OR EXISTS (
    SELECT FROM account_claim c
    WHERE c.partner_id = (SELECT claimed_partner()) AND c.voided_at IS NULL
      AND c.provider = skill_record.provider AND c.account_id = skill_record.account_id
      AND skill_record.achieved_on <= upper(c.period)::date));
