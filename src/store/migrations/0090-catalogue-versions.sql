-- Versions of the rules beside those that the package delivers: drafts, which of them is in force from which day on, and
-- what a change would mean for the whole network.

-- A set of programme files. What has been published is never changed again; of a draft each change is a revision.
CREATE TABLE catalogue_draft (
  partner_id text NOT NULL DEFAULT 'network' REFERENCES partner CHECK (partner_id = 'network'),
  draft_id uuid NOT NULL DEFAULT gen_random_uuid(),
  programme text NOT NULL,
  note text NOT NULL,
  -- Version of the rules from which it was made.
  made_from text NOT NULL,
  -- Path → text.
  files jsonb NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  -- Of this revision: the version of its rules, NULL where the files do not make a programme, and what the check found;
  -- NULL until it has been checked.
  catalogue text,
  problems jsonb,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  changed_at timestamptz NOT NULL,
  discarded_at timestamptz,
  PRIMARY KEY (partner_id, draft_id)
);
CALL raise_wall('catalogue_draft');

-- Which rules are in force: of a programme those whose day came last, and of one day those that were published last.
-- Without any the package's are.
CREATE TABLE catalogue_publication (
  partner_id text NOT NULL DEFAULT 'network' REFERENCES partner CHECK (partner_id = 'network'),
  publication_id bigint GENERATED ALWAYS AS IDENTITY,
  programme text NOT NULL,
  -- NULL: those that the package delivers.
  draft_id uuid,
  catalogue text NOT NULL,
  effective_on date NOT NULL,
  reason text NOT NULL,
  published_at timestamptz NOT NULL,
  published_by text NOT NULL,
  -- It was taken back before its day.
  withdrawn_at timestamptz,
  PRIMARY KEY (partner_id, publication_id),
  FOREIGN KEY (partner_id, draft_id) REFERENCES catalogue_draft
);
CALL raise_wall('catalogue_publication');

-- A change tried out on the whole network. `done` grows in the transactions that keep what was found.
CREATE TABLE rehearsal (
  partner_id text NOT NULL DEFAULT 'network' REFERENCES partner CHECK (partner_id = 'network'),
  rehearsal_id uuid NOT NULL DEFAULT gen_random_uuid(),
  programme text NOT NULL,
  draft_id uuid NOT NULL,
  revision integer NOT NULL,
  from_catalogue text NOT NULL,
  to_catalogue text NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  requested_at timestamptz NOT NULL,
  requested_by text NOT NULL,
  state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'stopped', 'failed')),
  total integer NOT NULL DEFAULT 0,
  done integer NOT NULL DEFAULT 0,
  -- Companies at which it failed.
  failed integer NOT NULL DEFAULT 0,
  -- The last company whose answer was kept: whoever takes the work over goes on after it.
  reached text NOT NULL DEFAULT '',
  begun_at timestamptz,
  begun_done integer NOT NULL DEFAULT 0,
  finished_at timestamptz,
  reason text,
  lease_until timestamptz,
  lease_by uuid,
  PRIMARY KEY (partner_id, rehearsal_id),
  FOREIGN KEY (partner_id, draft_id) REFERENCES catalogue_draft
);
CREATE INDEX rehearsal_of_draft ON rehearsal (partner_id, draft_id, requested_at DESC);
CREATE INDEX rehearsal_unfinished ON rehearsal (lease_until) WHERE state IN ('queued', 'running');
CALL raise_wall('rehearsal');

-- The companies that the change concerns. It holds ids and days, no names.
CREATE TABLE rehearsal_change (
  partner_id text NOT NULL REFERENCES partner,
  rehearsal_id uuid NOT NULL,
  changes jsonb NOT NULL,
  lost integer NOT NULL,
  gained integer NOT NULL,
  -- The first day on which something is lost, or else gained.
  first_on date NOT NULL,
  failure text,
  PRIMARY KEY (partner_id, rehearsal_id)
);
CREATE INDEX rehearsal_change_in_order ON rehearsal_change (rehearsal_id, first_on, partner_id);
CALL raise_wall('rehearsal_change');
