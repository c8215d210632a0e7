-- Facts of a partner itself, append-only and bitemporal, and the counter that tells caches of any change.

CREATE TABLE metric_value (
  partner_id text NOT NULL REFERENCES partner,
  metric_value_id uuid NOT NULL DEFAULT gen_random_uuid(),
  metric text NOT NULL,
  month text NOT NULL CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  value numeric NOT NULL,
  association text,
  competency text,
  track text,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  voided_at timestamptz,
  PRIMARY KEY (partner_id, metric_value_id)
);
CREATE UNIQUE INDEX metric_value_once ON metric_value (partner_id, metric, month,
  coalesce(association, ''), coalesce(competency, ''), coalesce(track, '')) WHERE voided_at IS NULL;

CREATE TABLE asset (
  partner_id text NOT NULL REFERENCES partner,
  asset_id uuid NOT NULL DEFAULT gen_random_uuid(),
  asset text NOT NULL,
  valid_from date,
  valid_until date,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  voided_at timestamptz,
  PRIMARY KEY (partner_id, asset_id),
  CHECK (valid_until >= valid_from)
);

CREATE TABLE exemption (
  partner_id text NOT NULL REFERENCES partner,
  exemption_id uuid NOT NULL DEFAULT gen_random_uuid(),
  competency text NOT NULL,
  level text NOT NULL,
  valid_until date,
  reason text,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  voided_at timestamptz,
  PRIMARY KEY (partner_id, exemption_id)
);

CREATE TABLE enrolment (
  partner_id text NOT NULL REFERENCES partner,
  enrolment_id uuid NOT NULL DEFAULT gen_random_uuid(),
  programme text NOT NULL,
  track text,
  valid_from date,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  voided_at timestamptz,
  PRIMARY KEY (partner_id, enrolment_id)
);
CREATE UNIQUE INDEX enrolment_once ON enrolment (partner_id, programme) WHERE voided_at IS NULL;

CREATE TABLE membership (
  partner_id text NOT NULL REFERENCES partner,
  membership_id uuid NOT NULL DEFAULT gen_random_uuid(),
  offer text NOT NULL,
  active_from date NOT NULL,
  anniversary date,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  voided_at timestamptz,
  PRIMARY KEY (partner_id, membership_id)
);

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['metric_value', 'asset', 'exemption', 'enrolment', 'membership'] LOOP
    CALL raise_wall(fact::regclass);
    CALL make_append_only(fact::regclass);
  END LOOP;
END $$;

-- Partners are taken in one order, so that two batches over the same partners wait instead of deadlocking.
CREATE FUNCTION bump_evidence(partner_ids text[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE before text := enter_scope('network');
BEGIN
  PERFORM FROM partner_evidence WHERE partner_id = ANY (partner_ids) ORDER BY partner_id FOR UPDATE;
  UPDATE partner_evidence SET version = version + 1, changed_at = now() WHERE partner_id = ANY (partner_ids);
  PERFORM enter_scope(before);
END $$;

-- Rows that carry their partner. One of the two transition tables exists per trigger; both are named `changed`.
CREATE FUNCTION evidence_of_partner_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM bump_evidence(ARRAY(SELECT DISTINCT partner_id FROM changed));
  RETURN NULL;
END $$;

-- Rows that hang on a learning account concern every partner that has claimed it.
CREATE FUNCTION evidence_of_account_changed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE before text := enter_scope('network');
BEGIN
  PERFORM bump_evidence(ARRAY(
    SELECT DISTINCT c.partner_id FROM account_claim c
    JOIN (SELECT DISTINCT provider, account_id FROM changed) a USING (provider, account_id)
    WHERE c.voided_at IS NULL));
  PERFORM enter_scope(before);
  RETURN NULL;
END $$;

-- A merge concerns whoever claims either account.
CREATE FUNCTION evidence_of_merge_changed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE before text := enter_scope('network');
BEGIN
  PERFORM bump_evidence(ARRAY(
    SELECT DISTINCT c.partner_id FROM account_claim c JOIN changed m
      ON (c.provider, c.account_id) IN ((m.provider, m.account_id), (m.into_provider, m.into_account_id))
    WHERE c.voided_at IS NULL));
  PERFORM enter_scope(before);
  RETURN NULL;
END $$;

DO $$
DECLARE source record;
BEGIN
  FOR source IN SELECT * FROM (VALUES
    ('partner', 'evidence_of_partner_changed'), ('app_user', 'evidence_of_partner_changed'),
    ('user_contact', 'evidence_of_partner_changed'), ('user_role', 'evidence_of_partner_changed'),
    ('metric_value', 'evidence_of_partner_changed'), ('asset', 'evidence_of_partner_changed'),
    ('exemption', 'evidence_of_partner_changed'), ('enrolment', 'evidence_of_partner_changed'),
    ('membership', 'evidence_of_partner_changed'), ('account_claim', 'evidence_of_partner_changed'),
    ('skill_record', 'evidence_of_account_changed'),
    ('learning_account_merge', 'evidence_of_merge_changed')) AS t (relation, reaction)
  LOOP
    EXECUTE format('CREATE TRIGGER evidence_grew AFTER INSERT ON %I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION %I()', source.relation, source.reaction);
    -- A sign-in touches app_user and changes no evidence; employment and status do.
    IF source.relation <> 'app_user' THEN
      EXECUTE format('CREATE TRIGGER evidence_changed AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION %I()', source.relation, source.reaction);
    END IF;
  END LOOP;
END $$;

CREATE FUNCTION evidence_of_user_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM bump_evidence(ARRAY[NEW.partner_id]);
  RETURN NULL;
END $$;
CREATE TRIGGER evidence_changed AFTER UPDATE ON app_user FOR EACH ROW
  WHEN (to_jsonb(OLD) - 'last_sign_in_at' <> to_jsonb(NEW) - 'last_sign_in_at')
  EXECUTE FUNCTION evidence_of_user_changed();
