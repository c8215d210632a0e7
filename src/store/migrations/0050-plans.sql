-- Plans of training and the questions beside them: what was asked, of which facts and rules, and what was found. People
-- are named by their ids alone.
CREATE TABLE planner_run (
  partner_id text NOT NULL REFERENCES partner,
  run_id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('plan', 'curve', 'comparison', 'candidates')),
  programme text NOT NULL,
  -- Of the list of plans; NULL: it is told by its targets.
  name text,
  -- False: it is deleted after a while unless it is adopted.
  kept boolean NOT NULL,
  rerun_of uuid,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  request jsonb NOT NULL,
  as_of date NOT NULL,
  known_at text,
  state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'stopped', 'failed')),
  stop_asked boolean NOT NULL DEFAULT false,
  -- Whoever works on it says so again and again: after this instant another server may take it over.
  lease_until timestamptz,
  lease_by uuid,
  attempts smallint NOT NULL DEFAULT 0,
  progress jsonb,
  -- The facts and rules that were read; NULL before.
  facts_version bigint,
  catalogue_version text,
  result jsonb,
  failure jsonb,
  finished_at timestamptz,
  adopted_at timestamptz,
  adopted_by text,
  -- The adoption was given up.
  ended_at timestamptz,
  PRIMARY KEY (partner_id, run_id)
);
CREATE INDEX planner_run_by_time ON planner_run (partner_id, kind, created_at DESC) WHERE kept OR adopted_at IS NOT NULL;
CREATE INDEX planner_run_unfinished ON planner_run (lease_until, partner_id) WHERE state IN ('queued', 'running');
CREATE INDEX planner_run_to_forget ON planner_run (created_at) WHERE adopted_at IS NULL AND (NOT kept OR kind <> 'plan');
CALL raise_wall('planner_run');

-- What somebody is to achieve by a day since a plan was adopted. Whether it is done is read from the facts.
CREATE TABLE training_assignment (
  partner_id text NOT NULL,
  assignment_id uuid NOT NULL DEFAULT gen_random_uuid(),
  plan_id uuid NOT NULL,
  user_id uuid NOT NULL,
  -- Who follows it besides the person.
  manager_id uuid,
  skill text NOT NULL,
  renewal boolean NOT NULL,
  cost double precision NOT NULL,
  hours double precision NOT NULL,
  due_on date NOT NULL,
  assigned_at timestamptz NOT NULL,
  assigned_by text NOT NULL,
  dropped_at timestamptz,
  -- What became of the mail that tells the person; NULL: none was to be written.
  mailed text,
  -- The due day of which it was told last that it has passed.
  late_told_for date,
  PRIMARY KEY (partner_id, assignment_id),
  FOREIGN KEY (partner_id, plan_id) REFERENCES planner_run,
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user,
  FOREIGN KEY (partner_id, manager_id) REFERENCES app_user
);
CREATE UNIQUE INDEX training_assignment_once ON training_assignment (partner_id, plan_id, user_id, skill);
CREATE INDEX training_assignment_of_user ON training_assignment (partner_id, user_id) WHERE dropped_at IS NULL;
CREATE INDEX training_assignment_due ON training_assignment (due_on, partner_id) WHERE dropped_at IS NULL;
CALL raise_wall('training_assignment');
