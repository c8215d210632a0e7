-- Reports that people receive regularly. A report is made once for each period, by whichever server comes first; files
-- are kept for some days and read by the person alone.
CREATE TABLE report_schedule (
  partner_id text NOT NULL,
  schedule_id uuid NOT NULL DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL,
  report text NOT NULL,
  format text NOT NULL CHECK (format IN ('csv', 'tsv', 'xlsx')),
  frequency text NOT NULL CHECK (frequency IN ('daily', 'weekly', 'monthly')),
  delivery text NOT NULL CHECK (delivery IN ('link', 'attachment', 'pull')),
  created_at timestamptz NOT NULL,
  paused_at timestamptz,
  ended_at timestamptz,
  -- First day of the next period for which it is made.
  next_due date NOT NULL,
  -- After a failure it is tried again from this instant on.
  retry_at timestamptz,
  failures smallint NOT NULL DEFAULT 0,
  failed_at timestamptz,
  PRIMARY KEY (partner_id, schedule_id),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user
);
CREATE INDEX report_schedule_of_user ON report_schedule (partner_id, user_id) WHERE ended_at IS NULL;
CREATE INDEX report_schedule_due ON report_schedule (next_due, partner_id) WHERE ended_at IS NULL AND paused_at IS NULL;
CALL raise_wall('report_schedule');

CREATE TABLE report_file (
  partner_id text NOT NULL,
  file_id uuid NOT NULL DEFAULT gen_random_uuid(),
  schedule_id uuid NOT NULL,
  user_id uuid NOT NULL,
  -- First day of the period it was made for.
  period date NOT NULL,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  file_name text NOT NULL,
  media_type text NOT NULL,
  row_count integer NOT NULL,
  -- Made for somebody who might see personal data.
  personal boolean NOT NULL,
  -- Compressed with gzip.
  content bytea NOT NULL,
  PRIMARY KEY (partner_id, file_id),
  FOREIGN KEY (partner_id, schedule_id) REFERENCES report_schedule
);
CREATE UNIQUE INDEX report_file_once ON report_file (partner_id, schedule_id, period);
CREATE INDEX report_file_expiry ON report_file (expires_at);
CALL raise_wall('report_file');
