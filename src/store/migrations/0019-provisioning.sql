-- People and groups as the directory of a company sends them (SCIM).

-- What was sent of a person, beside the user that it is about. Erasing the user erases it.
CREATE TABLE provisioned_user (
  partner_id text NOT NULL,
  user_id uuid NOT NULL,
  user_name text NOT NULL,
  external_id text,
  content jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (partner_id, user_id),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user
);
CREATE UNIQUE INDEX provisioned_user_name ON provisioned_user (partner_id, lower(user_name));
CREATE INDEX provisioned_user_external_id ON provisioned_user (partner_id, external_id);
CALL raise_wall('provisioned_user');

-- A group of the directory; with a role, its members hold the role. Two groups may bear one name in a directory that
-- tells them apart by their ids.
CREATE TABLE provisioned_group (
  partner_id text NOT NULL REFERENCES partner,
  group_id uuid NOT NULL DEFAULT gen_random_uuid(),
  display_name text NOT NULL,
  external_id text,
  role text,
  content jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (partner_id, group_id)
);
CREATE UNIQUE INDEX provisioned_group_name
  ON provisioned_group (partner_id, lower(display_name), coalesce(external_id, ''));
CREATE INDEX provisioned_group_external_id ON provisioned_group (partner_id, external_id);
CALL raise_wall('provisioned_group');

-- Members are kept by the id that was sent, in lower case, whether it is a user's or not.
CREATE TABLE provisioned_member (
  partner_id text NOT NULL,
  group_id uuid NOT NULL,
  member text NOT NULL,
  content jsonb NOT NULL,
  PRIMARY KEY (partner_id, group_id, member),
  FOREIGN KEY (partner_id, group_id) REFERENCES provisioned_group ON DELETE CASCADE
);
CREATE INDEX provisioned_member_groups ON provisioned_member (partner_id, member);
CALL raise_wall('provisioned_member');

-- The directory of a company has one token at a time.
CREATE UNIQUE INDEX api_token_of_directory ON api_token (partner_id)
  WHERE role = 'provisioning' AND revoked_at IS NULL;
