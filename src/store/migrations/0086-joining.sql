-- Companies that ask to take part in a programme, and what the network answers. The request of a company that is here is
-- that company's; of one that is not here yet it belongs to the network until the company exists.

CREATE TABLE join_request (
  partner_id text NOT NULL REFERENCES partner,
  request_id uuid NOT NULL DEFAULT gen_random_uuid(),
  programme text NOT NULL,
  legal_name text NOT NULL,
  country text NOT NULL,
  market text NOT NULL CHECK (market IN ('developed', 'developing')),
  mpn_id text,
  -- The first global admin of a company that is not here yet; NULL of one that has its own.
  admin_email text,
  admin_first_name text,
  admin_last_name text,
  locale text NOT NULL CHECK (locale IN ('fr', 'en')),
  -- Version of the terms that were accepted when it was asked.
  terms text NOT NULL,
  asked_at timestamptz NOT NULL,
  asked_by text NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'approved', 'refused')),
  decided_at timestamptz,
  decided_by text,
  -- Of a refusal: what the company reads.
  reason text,
  -- The company that was made, or that was enrolled.
  company text,
  PRIMARY KEY (partner_id, request_id),
  CHECK ((state = 'waiting') = (decided_at IS NULL)),
  CHECK ((partner_id = 'network') = (admin_email IS NOT NULL))
);
CREATE UNIQUE INDEX join_request_of_company ON join_request (partner_id, programme)
  WHERE state = 'waiting' AND partner_id <> 'network';
CREATE UNIQUE INDEX join_request_of_newcomer ON join_request (partner_id, programme, lower(admin_email))
  WHERE state = 'waiting' AND partner_id = 'network';
CREATE INDEX join_request_by_time ON join_request (state, asked_at DESC);
CALL raise_wall('join_request');

-- How the network takes companies in: one row, or none while nobody has chosen.
CREATE TABLE join_policy (
  partner_id text PRIMARY KEY REFERENCES partner CHECK (partner_id = 'network'),
  -- False: an operator decides about each.
  at_once boolean NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL
);
CALL raise_wall('join_policy');
