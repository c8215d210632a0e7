-- People are asked to check what is listed of them, and say of each record whether it is right.
CREATE TABLE list_check_request (
  partner_id text NOT NULL REFERENCES partner,
  user_id uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  asked_by text NOT NULL,
  PRIMARY KEY (partner_id, user_id, asked_at),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user
);
CALL raise_wall('list_check_request');

-- What the person said last of a record stands; what was said before is voided.
CREATE TABLE record_check (
  partner_id text NOT NULL REFERENCES partner,
  check_id uuid NOT NULL DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL,
  -- No foreign key: the record belongs to the person and outlives the company.
  record_id uuid NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('confirmed', 'disputed')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  voided_at timestamptz,
  PRIMARY KEY (partner_id, check_id),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user
);
CREATE UNIQUE INDEX record_check_stands ON record_check (partner_id, user_id, record_id) WHERE voided_at IS NULL;
CALL raise_wall('record_check');
CALL make_append_only('record_check');
