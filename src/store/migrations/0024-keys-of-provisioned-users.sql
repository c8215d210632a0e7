-- A directory asks for people by keys, in any case. Behind a wall an index on lower(…) is not used, because nobody says
-- that the function gives nothing away; so the keys are kept as they are compared.
ALTER TABLE provisioned_user ADD COLUMN user_key text GENERATED ALWAYS AS (lower(user_name)) STORED;
CREATE INDEX provisioned_user_key ON provisioned_user (partner_id, user_key);

-- Lists are in the order in which people came, page by page.
CREATE INDEX provisioned_user_order ON provisioned_user (partner_id, created_at, user_id);

-- The addresses that were sent of a person, in lower case.
CREATE TABLE provisioned_email (
  partner_id text NOT NULL,
  email_key text NOT NULL,
  user_id uuid NOT NULL,
  PRIMARY KEY (partner_id, email_key, user_id),
  FOREIGN KEY (partner_id, user_id) REFERENCES provisioned_user ON DELETE CASCADE
);
CREATE INDEX provisioned_email_of_user ON provisioned_email (partner_id, user_id);
CALL raise_wall('provisioned_email');

CREATE FUNCTION keep_provisioned_emails() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM provisioned_email WHERE partner_id = NEW.partner_id AND user_id = NEW.user_id;
  IF jsonb_typeof(NEW.content -> 'emails') = 'array' THEN
    INSERT INTO provisioned_email (partner_id, email_key, user_id)
      SELECT DISTINCT NEW.partner_id, left(lower(e ->> 'value'), 320), NEW.user_id
      FROM jsonb_array_elements(NEW.content -> 'emails') AS e
      WHERE jsonb_typeof(e) = 'object' AND e ->> 'value' IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER provisioned_user_emails AFTER INSERT OR UPDATE OF content ON provisioned_user
  FOR EACH ROW EXECUTE FUNCTION keep_provisioned_emails();

SELECT set_config('jalon.scope', 'network', true);
INSERT INTO provisioned_email (partner_id, email_key, user_id)
  SELECT DISTINCT p.partner_id, left(lower(e ->> 'value'), 320), p.user_id
  FROM provisioned_user p
  CROSS JOIN LATERAL jsonb_array_elements(
    CASE jsonb_typeof(p.content -> 'emails') WHEN 'array' THEN p.content -> 'emails' ELSE '[]' END) AS e
  WHERE jsonb_typeof(e) = 'object' AND e ->> 'value' IS NOT NULL;
