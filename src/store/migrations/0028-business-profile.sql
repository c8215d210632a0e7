-- What customers see of a company, where they find it, what they ask it, and the keys that sign what it holds.

CREATE TABLE business_profile (
  partner_id text PRIMARY KEY REFERENCES partner,
  slug text NOT NULL CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'),
  -- NULL while only the company itself may look at it.
  published_at timestamptz,
  headline_fr text NOT NULL DEFAULT '',
  headline_en text NOT NULL DEFAULT '',
  description_fr text NOT NULL DEFAULT '',
  description_en text NOT NULL DEFAULT '',
  website text,
  -- Languages in which customers are served, as codes of ISO 639-1.
  languages text[] NOT NULL DEFAULT '{}',
  -- Locations that are not shown: a new one is, until somebody hides it.
  hidden_locations uuid[] NOT NULL DEFAULT '{}',
  takes_enquiries boolean NOT NULL DEFAULT true,
  -- Since when the operator of the programme keeps it from being shown, and why; what the company wants stays beside it.
  suspended_at timestamptz,
  suspension_reason text,
  CHECK ((suspended_at IS NULL) = (suspension_reason IS NULL)),
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL
);
CALL raise_wall('business_profile');

-- Every address a profile has had: a former one leads to the present one, and no other company can take it.
CREATE TABLE business_profile_slug (
  partner_id text NOT NULL REFERENCES business_profile,
  slug text NOT NULL,
  taken_at timestamptz NOT NULL,
  PRIMARY KEY (partner_id, slug)
);
CREATE UNIQUE INDEX business_profile_slug_once ON business_profile_slug (slug);
CALL raise_wall('business_profile_slug');

CREATE TABLE business_profile_logo (
  partner_id text PRIMARY KEY REFERENCES business_profile,
  media_type text NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
  width integer NOT NULL,
  height integer NOT NULL,
  -- Names the content, so that a browser may keep it.
  content_hash text NOT NULL,
  content bytea NOT NULL
);
ALTER TABLE business_profile_logo ALTER content SET STORAGE EXTERNAL;
CALL raise_wall('business_profile_logo');

-- What the directory of partners searches: one row for each published profile, made anew when its evidence or a day
-- changes what it says. It holds nothing that the published profile does not show.
CREATE TABLE directory_listing (
  partner_id text PRIMARY KEY REFERENCES business_profile,
  slug text NOT NULL,
  name text NOT NULL,
  headline_fr text NOT NULL,
  headline_en text NOT NULL,
  logo_hash text,
  cities text[] NOT NULL,
  countries text[] NOT NULL,
  languages text[] NOT NULL,
  -- What is shown, and the same as keys `programme/competency` and `programme/competency/level`.
  levels jsonb NOT NULL,
  level_keys text[] NOT NULL,
  search_text text NOT NULL,
  evidence_version bigint NOT NULL,
  made_on date NOT NULL,
  -- First later day on which it may say something else by what is known; NULL when none is.
  changes_on date
);
CREATE INDEX directory_listing_by_name ON directory_listing (name, partner_id);
CALL raise_wall('directory_listing');

-- Who is told by e-mail of a new enquiry.
CREATE TABLE referral_recipient (
  partner_id text NOT NULL,
  user_id uuid NOT NULL,
  PRIMARY KEY (partner_id, user_id),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user
);
CALL raise_wall('referral_recipient');

-- What a customer asks of a company. Who asked, and in which words, is deleted when its time is over; that there was
-- an enquiry, about what and with which end, stays.
CREATE TABLE referral (
  partner_id text NOT NULL REFERENCES partner,
  referral_id uuid NOT NULL DEFAULT gen_random_uuid(),
  state text NOT NULL CHECK (state IN ('new', 'in-contact', 'won', 'lost', 'spam')),
  sender_name text,
  sender_email text,
  sender_phone text,
  sender_company text,
  message text,
  -- `programme/competency`, where the customer chose one.
  competency text,
  locale text NOT NULL CHECK (locale IN ('fr', 'en')),
  -- Why it was taken for spam when it came; NULL for all others.
  suspicion text,
  received_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  erased_at timestamptz,
  PRIMARY KEY (partner_id, referral_id),
  CHECK ((erased_at IS NULL) = (message IS NOT NULL))
);
CREATE INDEX referral_by_time ON referral (partner_id, received_at DESC);
CALL raise_wall('referral');

-- Who did what with it, when: a change of state, or a note.
CREATE TABLE referral_event (
  partner_id text NOT NULL,
  event_id uuid NOT NULL DEFAULT gen_random_uuid(),
  referral_id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  state text CHECK (state IN ('new', 'in-contact', 'won', 'lost', 'spam')),
  note text,
  PRIMARY KEY (partner_id, event_id),
  FOREIGN KEY (partner_id, referral_id) REFERENCES referral ON DELETE CASCADE,
  CHECK ((state IS NULL) <> (note IS NULL))
);
CREATE INDEX referral_event_of ON referral_event (partner_id, referral_id, at);
CALL raise_wall('referral_event');

-- Keys that sign credentials: they belong to the installation, whose rows are those of the network. The newest signs;
-- the others stay known as long as something that they signed is valid.
CREATE TABLE credential_key (
  partner_id text NOT NULL REFERENCES partner,
  key_id text NOT NULL,
  public_key jsonb NOT NULL,
  sealed_private_key bytea NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (partner_id, key_id)
);
CALL raise_wall('credential_key');

-- Narrow looks across partners, as in 0005: each answers which partner to ask, and nothing of its data.
CREATE FUNCTION find_partner_of_profile(address text)
  RETURNS TABLE (partner_id text, slug text, published boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
#variable_conflict use_column
DECLARE
  before text := enter_scope('network');
BEGIN
  RETURN QUERY SELECT p.partner_id, p.slug, p.published_at IS NOT NULL AND p.suspended_at IS NULL
    FROM business_profile_slug s JOIN business_profile p USING (partner_id) WHERE s.slug = address;
  PERFORM enter_scope(before);
END $$;

-- Whether another company has, or had, this address.
CREATE FUNCTION profile_address_is_free(address text, for_partner text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE
  before text := enter_scope('network');
  taken boolean;
BEGIN
  SELECT EXISTS (SELECT 1 FROM business_profile_slug s WHERE s.slug = address AND s.partner_id <> for_partner)
    INTO taken;
  PERFORM enter_scope(before);
  RETURN NOT taken;
END $$;
