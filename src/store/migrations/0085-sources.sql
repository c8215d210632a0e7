-- Sources that deliver records themselves: the keys by which they sign, what came and when, and what of it was refused.
-- All of it belongs to the network.

CREATE TABLE source_key (
  partner_id text NOT NULL DEFAULT 'network' REFERENCES partner CHECK (partner_id = 'network'),
  key_id uuid NOT NULL DEFAULT gen_random_uuid(),
  source text NOT NULL,
  label text NOT NULL,
  -- Sealed under the key of the installation: a signature is checked with the secret itself.
  sealed_secret bytea NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  -- Set when another key takes its place: both sign for a while.
  ends_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  PRIMARY KEY (partner_id, key_id)
);
CREATE INDEX source_key_of_source ON source_key (partner_id, source) WHERE revoked_at IS NULL;
CALL raise_wall('source_key');

CREATE TABLE source_delivery (
  partner_id text NOT NULL DEFAULT 'network' REFERENCES partner CHECK (partner_id = 'network'),
  delivery_id uuid NOT NULL DEFAULT gen_random_uuid(),
  source text NOT NULL,
  -- As its sender calls it: sent again under its name it is answered and not applied again. NULL: it has none.
  name text,
  content_hash bytea NOT NULL,
  received_at timestamptz NOT NULL,
  received_from text NOT NULL,
  -- `failed`: nothing of it was kept; `repeated`: it failed, and was applied since.
  state text NOT NULL CHECK (state IN ('applied', 'failed', 'repeated')),
  records integer NOT NULL,
  created integer NOT NULL DEFAULT 0,
  updated integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  rejected integer NOT NULL DEFAULT 0,
  -- Of the new records: days from the completion to the delivery of the one in the middle, and the latest completion.
  lag_days integer,
  latest_completion date,
  -- Code of what went wrong.
  failure text,
  -- The records of a delivery that failed, packed, until it is applied.
  content bytea,
  PRIMARY KEY (partner_id, delivery_id),
  CHECK ((state = 'failed') = (content IS NOT NULL))
);
CREATE UNIQUE INDEX source_delivery_name ON source_delivery (partner_id, source, name)
  WHERE state = 'applied' AND name IS NOT NULL;
CREATE INDEX source_delivery_recent ON source_delivery (partner_id, source, received_at DESC);
CREATE INDEX source_delivery_failed ON source_delivery (partner_id, source) WHERE state = 'failed';
CALL raise_wall('source_delivery');

-- A record that was refused, until one of the same name is accepted or somebody puts it aside. Refused again it is the
-- same row.
CREATE TABLE source_rejection (
  partner_id text NOT NULL DEFAULT 'network' REFERENCES partner CHECK (partner_id = 'network'),
  rejection_id uuid NOT NULL DEFAULT gen_random_uuid(),
  source text NOT NULL,
  -- The id that the source gave it; of one without an id, what tells it from others.
  name text NOT NULL,
  delivery_id uuid NOT NULL,
  item integer NOT NULL,
  record jsonb NOT NULL,
  reason text NOT NULL,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  times integer NOT NULL DEFAULT 1,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'put-aside')),
  settled_at timestamptz,
  settled_by text,
  PRIMARY KEY (partner_id, rejection_id),
  CHECK ((state = 'open') = (settled_at IS NULL))
);
CREATE UNIQUE INDEX source_rejection_open ON source_rejection (partner_id, source, name) WHERE state = 'open';
CALL raise_wall('source_rejection');
