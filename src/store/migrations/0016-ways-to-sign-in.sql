-- Further ways to sign in: work accounts of an identity provider, a second step, passkeys. What must be read again is
-- kept sealed, everything else as a hash.

-- Who signed a person in, with what, and when that was last shown anew.
ALTER TABLE session ADD COLUMN session_id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE session ADD COLUMN method text NOT NULL DEFAULT 'password'
  CHECK (method IN ('password', 'password-and-code', 'passkey', 'work-account', 'link'));
-- NULL is the begin of the session.
ALTER TABLE session ADD COLUMN proved_at timestamptz;
ALTER TABLE session ADD COLUMN user_agent text;
ALTER TABLE session ADD COLUMN address text;
CREATE UNIQUE INDEX session_by_id ON session (partner_id, session_id);

-- A round with an identity provider: from the moment a browser is sent there until it comes back, once. A round that
-- nobody signed in has begun belongs to the network.
CREATE TABLE oidc_round (
  partner_id text NOT NULL REFERENCES partner,
  state_hash bytea NOT NULL,
  -- The browser that began, and the session and person where there was one: the same must finish.
  browser_hash bytea NOT NULL,
  session_hash bytea,
  user_id uuid,
  purpose text NOT NULL CHECK (purpose IN ('sign-in', 'link', 'step-up', 'associate')),
  client_key text NOT NULL,
  issuer text NOT NULL,
  callback_path text NOT NULL,
  -- Verifier and nonce.
  sealed_secrets bytea NOT NULL,
  details jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (partner_id, state_hash),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user,
  CHECK ((session_hash IS NULL) = (user_id IS NULL))
);
CREATE UNIQUE INDEX oidc_round_state ON oidc_round (state_hash);
CREATE INDEX oidc_round_age ON oidc_round (partner_id, expires_at);
CALL raise_wall('oidc_round');

-- Where people of a company have their work accounts: a provider of its own (issuer and client), or a directory
-- tenant at the provider of the whole installation (no issuer). A company may have several.
CREATE TABLE identity_provider (
  partner_id text NOT NULL REFERENCES partner,
  provider_id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  issuer text,
  directory_tenant text,
  client_id text,
  sealed_client_secret bytea,
  -- Mail domains whose people are shown the button of a provider of the company's own.
  email_domains text[] NOT NULL DEFAULT '{}',
  -- Whether a work account that nobody knows becomes a user without roles.
  just_in_time boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (partner_id, provider_id),
  CHECK ((issuer IS NULL) = (client_id IS NULL)),
  CHECK (issuer IS NOT NULL OR directory_tenant IS NOT NULL)
);
CREATE UNIQUE INDEX identity_provider_tenant ON identity_provider (directory_tenant)
  WHERE issuer IS NULL AND ended_at IS NULL;
CREATE UNIQUE INDEX identity_provider_id ON identity_provider (provider_id);
CALL raise_wall('identity_provider');

-- "This account of this issuer is this user": never decided by an e-mail address.
CREATE TABLE user_identity (
  partner_id text NOT NULL,
  identity_id uuid NOT NULL DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL,
  -- The company's own provider; NULL for the provider of the installation.
  provider_id uuid,
  issuer text NOT NULL,
  subject text NOT NULL,
  -- How the provider called the account when it was last seen.
  name text,
  linked_at timestamptz NOT NULL,
  linked_by text NOT NULL,
  last_used_at timestamptz,
  ended_at timestamptz,
  PRIMARY KEY (partner_id, identity_id),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user,
  FOREIGN KEY (partner_id, provider_id) REFERENCES identity_provider
);
-- An account of the installation's provider opens one user anywhere, an account of a company's own one user there.
CREATE UNIQUE INDEX user_identity_once ON user_identity (issuer, subject)
  WHERE provider_id IS NULL AND ended_at IS NULL;
CREATE UNIQUE INDEX user_identity_once_of_provider ON user_identity (partner_id, provider_id, subject)
  WHERE provider_id IS NOT NULL AND ended_at IS NULL;
CREATE INDEX user_identity_of_user ON user_identity (partner_id, user_id) WHERE ended_at IS NULL;
CALL raise_wall('user_identity');

-- The authenticator app of a person. Until the first code is shown it is not asked for.
CREATE TABLE authenticator (
  partner_id text NOT NULL,
  user_id uuid NOT NULL,
  sealed_key bytea NOT NULL,
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  -- The newest time step of which a code was accepted: the same code is never accepted twice.
  last_step bigint,
  PRIMARY KEY (partner_id, user_id),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user
);
CALL raise_wall('authenticator');

CREATE TABLE recovery_code (
  partner_id text NOT NULL,
  user_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  created_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (partner_id, user_id, code_hash),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user
);
CALL raise_wall('recovery_code');

CREATE TABLE passkey (
  partner_id text NOT NULL,
  -- As the authenticator names it, base64url.
  passkey_id text NOT NULL,
  user_id uuid NOT NULL,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL DEFAULT '{}',
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz,
  PRIMARY KEY (partner_id, passkey_id),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user
);
CREATE UNIQUE INDEX passkey_anywhere ON passkey (passkey_id);
CREATE INDEX passkey_of_user ON passkey (partner_id, user_id);
CALL raise_wall('passkey');

-- Something that a browser has been asked to answer: the second step of a sign-in, or the challenge of a passkey. A
-- passkey that is to sign somebody in is asked for before anybody is known, and so belongs to the network.
CREATE TABLE sign_in_challenge (
  partner_id text NOT NULL REFERENCES partner,
  token_hash bytea NOT NULL,
  user_id uuid,
  purpose text NOT NULL CHECK (purpose IN ('second-step', 'passkey-sign-in', 'passkey-new', 'passkey-step-up')),
  challenge text,
  -- The password of the first step was a temporary one.
  password_change_required boolean NOT NULL DEFAULT false,
  attempts integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (partner_id, token_hash),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user,
  CHECK ((user_id IS NULL) = (purpose = 'passkey-sign-in')),
  CHECK ((challenge IS NULL) = (purpose = 'second-step'))
);
CREATE UNIQUE INDEX sign_in_challenge_token ON sign_in_challenge (token_hash);
CREATE INDEX sign_in_challenge_age ON sign_in_challenge (partner_id, expires_at);
CALL raise_wall('sign_in_challenge');

-- Narrow looks across partners, as in 0005: each answers which partner to ask, and nothing of its data.
CREATE FUNCTION find_partner_of_sign_in(kind text, hash bytea) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE
  before text := enter_scope('network');
  found text;
BEGIN
  SELECT partner_id INTO found FROM (
    SELECT r.partner_id FROM oidc_round r WHERE kind = 'oidc-round' AND r.state_hash = hash
    UNION ALL SELECT c.partner_id FROM sign_in_challenge c WHERE kind = 'challenge' AND c.token_hash = hash
  ) AS holder;
  PERFORM enter_scope(before);
  RETURN found;
END $$;

CREATE FUNCTION find_partner_of_passkey(passkey text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE
  before text := enter_scope('network');
  found text;
BEGIN
  SELECT p.partner_id INTO found FROM passkey p WHERE p.passkey_id = passkey;
  PERFORM enter_scope(before);
  RETURN found;
END $$;

-- Whose account of the installation's provider this is, and whose directory tenant.
CREATE FUNCTION find_partner_of_work_account(account_issuer text, account_subject text, tenant text)
  RETURNS TABLE (by_account text, by_tenant text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE
  before text := enter_scope('network');
BEGIN
  SELECT i.partner_id INTO by_account FROM user_identity i
    WHERE i.issuer = account_issuer AND i.subject = account_subject
      AND i.provider_id IS NULL AND i.ended_at IS NULL;
  SELECT p.partner_id INTO by_tenant FROM identity_provider p
    WHERE p.directory_tenant = tenant AND p.issuer IS NULL AND p.ended_at IS NULL;
  PERFORM enter_scope(before);
  RETURN NEXT;
END $$;

CREATE FUNCTION find_partner_of_provider(provider uuid) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE
  before text := enter_scope('network');
  found text;
BEGIN
  SELECT p.partner_id INTO found FROM identity_provider p WHERE p.provider_id = provider;
  PERFORM enter_scope(before);
  RETURN found;
END $$;

-- The buttons for whoever has an address of this domain: names, no companies.
CREATE FUNCTION find_providers_of_domain(domain text) RETURNS TABLE (provider_id uuid, name text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
#variable_conflict use_column
DECLARE
  before text := enter_scope('network');
BEGIN
  RETURN QUERY SELECT p.provider_id, p.name FROM identity_provider p
    WHERE p.issuer IS NOT NULL AND p.ended_at IS NULL AND lower(domain) = ANY (p.email_domains)
    ORDER BY p.name, p.provider_id LIMIT 5;
  PERFORM enter_scope(before);
END $$;
