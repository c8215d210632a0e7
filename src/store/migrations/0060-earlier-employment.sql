-- What was known of the days of a user before they were set anew. app_user says what is known now; the row with the
-- least known_until after an instant says what was known at that instant.
CREATE TABLE earlier_employment (
  partner_id text NOT NULL,
  user_id uuid NOT NULL,
  known_until timestamptz NOT NULL,
  employed_from date,
  employed_until date,
  disabled_on date,
  PRIMARY KEY (partner_id, user_id, known_until),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user
);
CALL raise_wall('earlier_employment');
