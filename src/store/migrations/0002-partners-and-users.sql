-- Partners (the tenants) and their users. The reserved partner `network` is home to operators and support.

CREATE TABLE partner (
  partner_id text PRIMARY KEY CHECK (partner_id ~ '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$'),
  kind text NOT NULL DEFAULT 'company' CHECK (kind IN ('company', 'network')),
  mpn_id text,
  name text NOT NULL,
  legal_name text,
  country text,
  market text CHECK (market IN ('developed', 'developing')),
  origin text NOT NULL DEFAULT 'native' CHECK (origin IN ('native', 'pmc', 'moved')),
  moved_from_pmc_on date,
  time_zone text NOT NULL DEFAULT 'UTC',
  locale text NOT NULL DEFAULT 'en' CHECK (locale IN ('fr', 'en')),
  created_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((origin = 'moved') = (moved_from_pmc_on IS NOT NULL))
);
CREATE UNIQUE INDEX partner_mpn_id ON partner (mpn_id);
CALL raise_wall('partner');

-- How often the facts that concern a partner have changed: what a cache compares.
CREATE TABLE partner_evidence (
  partner_id text PRIMARY KEY REFERENCES partner,
  version bigint NOT NULL DEFAULT 0,
  changed_at timestamptz NOT NULL DEFAULT now()
);
CALL raise_wall('partner_evidence');

CREATE FUNCTION begin_partner_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO partner_evidence (partner_id) VALUES (NEW.partner_id);
  RETURN NULL;
END $$;
CREATE TRIGGER begin_evidence AFTER INSERT ON partner FOR EACH ROW EXECUTE FUNCTION begin_partner_evidence();

CREATE TABLE location (
  partner_id text NOT NULL REFERENCES partner,
  location_id uuid NOT NULL DEFAULT gen_random_uuid(),
  mpn_id text,
  name text NOT NULL,
  city text,
  country text,
  PRIMARY KEY (partner_id, location_id)
);
CALL raise_wall('location');

-- What an evaluation may know of a user. Names and addresses live in user_contact, under the same pseudonym.
CREATE TABLE app_user (
  partner_id text NOT NULL REFERENCES partner,
  user_id uuid NOT NULL DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL DEFAULT gen_random_uuid(),
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled', 'left', 'deleted')),
  employed_from date,
  employed_until date,
  technical boolean NOT NULL DEFAULT false,
  locale text CHECK (locale IN ('fr', 'en')),
  location_id uuid,
  partner_university_since date,
  last_sign_in_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (partner_id, user_id),
  FOREIGN KEY (partner_id, location_id) REFERENCES location,
  CHECK (employed_until >= employed_from)
);
CREATE INDEX app_user_person ON app_user (person_id);
CALL raise_wall('app_user');

CREATE TABLE user_contact (
  partner_id text NOT NULL,
  user_id uuid NOT NULL,
  first_name text NOT NULL,
  last_name text NOT NULL,
  work_email text NOT NULL CHECK (work_email = btrim(work_email) AND work_email LIKE '%_@_%'),
  PRIMARY KEY (partner_id, user_id),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user
);
-- A work e-mail signs in one user of the installation. Erasing a user deletes the row and frees the address.
CREATE UNIQUE INDEX user_contact_work_email ON user_contact (lower(work_email));
CALL raise_wall('user_contact');

CREATE TABLE user_role (
  partner_id text NOT NULL,
  user_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('partner-admin', 'global-admin', 'account-admin', 'user-admin',
    'executive-report-viewer', 'report-viewer', 'programme-operator', 'programme-support')),
  granted_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  location_id uuid,
  PRIMARY KEY (partner_id, user_id, role, granted_at),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user,
  FOREIGN KEY (partner_id, location_id) REFERENCES location,
  CHECK (ended_at >= granted_at),
  -- Roles of the network are held in the network alone, and no others are held there.
  CHECK ((role IN ('programme-operator', 'programme-support')) = (partner_id = 'network'))
);
CREATE UNIQUE INDEX user_role_once ON user_role (partner_id, user_id, role) WHERE ended_at IS NULL;
CALL raise_wall('user_role');
