-- A learning account that somebody has shown at this browser and is about to associate: what was found is told, and
-- nothing is associated until the person says so, in the same session. What is over is forgotten.
CREATE TABLE association_proof (
  partner_id text NOT NULL,
  proof_id uuid NOT NULL DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL,
  session_hash bytea NOT NULL,
  method text NOT NULL CHECK (method IN ('sign-in', 'transcript')),
  -- The learning providers for which the account is to be associated.
  providers text[] NOT NULL CHECK (cardinality(providers) > 0),
  account_id text NOT NULL,
  account_name text,
  account_email text,
  -- NULL where nobody says anything about it.
  email_verified boolean,
  -- A transcript proves nothing by itself: whoever reads the mail of its owner is the owner.
  code_hash bytea,
  code_attempts integer NOT NULL DEFAULT 0,
  sealed_transcript bytea,
  -- When it became certain that the person holds the account.
  proved_at timestamptz,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (partner_id, proof_id),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user,
  CHECK ((method = 'transcript') = (sealed_transcript IS NOT NULL)),
  CHECK (method = 'transcript' OR proved_at IS NOT NULL)
);
CREATE INDEX association_proof_of_user ON association_proof (partner_id, user_id);
CREATE INDEX association_proof_age ON association_proof (partner_id, expires_at);
CALL raise_wall('association_proof');
