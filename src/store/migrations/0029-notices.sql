-- What people are told: one row a person. A notice holds ids, days and numbers; the names of people are read with it,
-- by whoever may read them.
CREATE TABLE notice (
  partner_id text NOT NULL,
  notice_id uuid NOT NULL DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL,
  kind text NOT NULL,
  content jsonb NOT NULL,
  -- Names the cycle: of notices with one key each person is given one.
  once_key text NOT NULL,
  created_at timestamptz NOT NULL,
  read_at timestamptz,
  -- A task stays until somebody of those who were given it says that it is done.
  is_task boolean NOT NULL,
  done_at timestamptz,
  done_by uuid,
  mail_mode text NOT NULL CHECK (mail_mode IN ('at-once', 'daily', 'weekly', 'off')),
  -- Day from which a mail tells of it; NULL: none ever does.
  mail_due date,
  -- A mail was written, or there was nobody any more to write to.
  mailed_at timestamptz,
  PRIMARY KEY (partner_id, notice_id),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user
);
CREATE UNIQUE INDEX notice_once ON notice (partner_id, user_id, once_key);
CREATE INDEX notice_by_time ON notice (partner_id, user_id, created_at DESC);
CREATE INDEX notice_unread ON notice (partner_id, user_id) WHERE read_at IS NULL;
CREATE INDEX notice_open_task ON notice (partner_id, once_key) WHERE is_task AND done_at IS NULL;
CREATE INDEX notice_to_mail ON notice (mail_due, partner_id, user_id) WHERE mail_due IS NOT NULL AND mailed_at IS NULL;
CALL raise_wall('notice');

-- How somebody wants to be told by mail; a kind without a row follows the company.
CREATE TABLE notice_setting (
  partner_id text NOT NULL,
  user_id uuid NOT NULL,
  kind text NOT NULL,
  mail_mode text NOT NULL CHECK (mail_mode IN ('at-once', 'daily', 'weekly', 'off')),
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (partner_id, user_id, kind),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user
);
CALL raise_wall('notice_setting');

-- What the company has chosen for its people: which roles are told, and how, where they do not choose themselves.
CREATE TABLE company_notice_setting (
  partner_id text NOT NULL REFERENCES partner,
  kind text NOT NULL,
  -- NULL: those of the delivered choice.
  roles text[],
  mail_mode text CHECK (mail_mode IN ('at-once', 'daily', 'weekly', 'off')),
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (partner_id, kind)
);
CALL raise_wall('company_notice_setting');

-- Where the round of notices stands with a company: it need not look again before `next_due`, unless facts or rules
-- have changed meanwhile.
CREATE TABLE notice_round (
  partner_id text NOT NULL REFERENCES partner,
  ran_on date NOT NULL,
  next_due date NOT NULL,
  evidence_version bigint NOT NULL,
  -- Which versions of which programmes were looked at.
  catalogue text NOT NULL,
  -- The levels as they were told last.
  levels jsonb NOT NULL,
  PRIMARY KEY (partner_id)
);
CREATE INDEX notice_round_due ON notice_round (next_due, partner_id);
CALL raise_wall('notice_round');
