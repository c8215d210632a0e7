-- What a company and support write to each other about a skill that is missing, accounts to be merged, or a record that
-- is disputed; with the files that prove it.
CREATE TABLE support_case (
  partner_id text NOT NULL REFERENCES partner,
  case_id uuid NOT NULL DEFAULT gen_random_uuid(),
  -- As it is called in mails and on the telephone; counted over each company.
  number integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('missing-skill', 'merge', 'dispute')),
  -- Whom it concerns.
  user_id uuid NOT NULL,
  -- The skill as it was named, and where it was earned; NULL of accounts to be merged.
  skill text,
  source text,
  -- The other account, of accounts to be merged.
  other_account text,
  -- asked: a user has asked the administrators; open: with support; waiting: support waits for the company.
  state text NOT NULL CHECK (state IN ('asked', 'open', 'waiting', 'closed')),
  outcome text CHECK (outcome IN ('solved', 'declined', 'withdrawn')),
  opened_by text NOT NULL,
  opened_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  -- Until when whoever has to answer should; NULL of closed ones.
  due_on date,
  PRIMARY KEY (partner_id, case_id),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user,
  UNIQUE (partner_id, number),
  CHECK ((state = 'closed') = (outcome IS NOT NULL)),
  CHECK ((state = 'closed') = (due_on IS NULL))
);
CREATE INDEX support_case_queue ON support_case (due_on, partner_id, case_id) WHERE state <> 'closed';
CALL raise_wall('support_case');

CREATE TABLE support_case_message (
  partner_id text NOT NULL,
  case_id uuid NOT NULL,
  message_id uuid NOT NULL DEFAULT gen_random_uuid(),
  at timestamptz NOT NULL,
  author text NOT NULL,
  side text NOT NULL CHECK (side IN ('company', 'support')),
  content text NOT NULL,
  -- Which was written first of what was written in one moment.
  position bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (partner_id, case_id, message_id),
  FOREIGN KEY (partner_id, case_id) REFERENCES support_case
);
CALL raise_wall('support_case_message');

CREATE TABLE support_case_file (
  partner_id text NOT NULL,
  case_id uuid NOT NULL,
  file_id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('transcript', 'course-certificate', 'users-report', 'skills-report', 'profile')),
  -- Put together by Jalon when the case was opened, or sent by somebody.
  assembled boolean NOT NULL,
  file_name text NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL,
  sha256 bytea NOT NULL,
  sealed_content bytea NOT NULL,
  added_at timestamptz NOT NULL,
  added_by text NOT NULL,
  PRIMARY KEY (partner_id, case_id, file_id),
  FOREIGN KEY (partner_id, case_id) REFERENCES support_case,
  UNIQUE (partner_id, case_id, sha256)
);
ALTER TABLE support_case_file ALTER sealed_content SET STORAGE EXTERNAL;
CALL raise_wall('support_case_file');
