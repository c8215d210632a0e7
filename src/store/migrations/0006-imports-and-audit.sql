-- Imports with an answer for every row, and the audit trail.

CREATE TABLE import_run (
  partner_id text NOT NULL REFERENCES partner,
  import_id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  guessed_kind text,
  file_name text NOT NULL,
  file_size integer NOT NULL,
  state text NOT NULL DEFAULT 'checking' CHECK (state IN ('checking', 'ready', 'applying', 'done', 'failed')),
  problem jsonb,
  mapping jsonb NOT NULL DEFAULT '{}',
  columns jsonb NOT NULL DEFAULT '[]',
  effect jsonb NOT NULL DEFAULT '[]',
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  finished_at timestamptz,
  rows_total integer,
  -- Rows answered so far; an interrupted import goes on from here.
  rows_done integer NOT NULL DEFAULT 0,
  PRIMARY KEY (partner_id, import_id)
);
CREATE INDEX import_run_recent ON import_run (partner_id, created_at DESC);
CALL raise_wall('import_run');

CREATE TABLE import_file (
  partner_id text NOT NULL,
  import_id uuid NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (partner_id, import_id),
  FOREIGN KEY (partner_id, import_id) REFERENCES import_run ON DELETE CASCADE
);
ALTER TABLE import_file ALTER content SET STORAGE EXTERNAL;
CALL raise_wall('import_file');

-- `phase` keeps what the check foretold apart from what the import did.
CREATE TABLE import_row (
  partner_id text NOT NULL,
  import_id uuid NOT NULL,
  phase text NOT NULL CHECK (phase IN ('check', 'apply')),
  row_number integer NOT NULL,
  line integer NOT NULL,
  result text NOT NULL CHECK (result IN ('created', 'updated', 'unchanged', 'rejected')),
  reason text,
  field text,
  value text,
  id text,
  PRIMARY KEY (partner_id, import_id, phase, row_number),
  FOREIGN KEY (partner_id, import_id) REFERENCES import_run ON DELETE CASCADE
);
CALL raise_wall('import_row');

-- Each event carries the hash of the one before it, per partner: a row changed, dropped or slipped in shows.
CREATE TABLE audit_event (
  partner_id text NOT NULL REFERENCES partner,
  sequence bigint NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  subject text,
  details jsonb NOT NULL DEFAULT '{}',
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (partner_id, sequence)
);
CALL raise_wall('audit_event');
CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();

-- The end of each partner's chain; its row lock puts writers of one partner in line.
CREATE TABLE audit_head (
  partner_id text PRIMARY KEY REFERENCES partner,
  sequence bigint NOT NULL,
  hash bytea NOT NULL
);
CALL raise_wall('audit_head');
