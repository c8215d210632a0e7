-- The team (department) in which a person works, as the company or its directory calls it.
ALTER TABLE app_user ADD team text CHECK (team <> '' AND length(team) <= 100);
-- The choice of teams is read from the index alone.
CREATE INDEX app_user_team ON app_user (partner_id, team) WHERE team IS NOT NULL;
