import type { ColumnType, Generated } from 'kysely';
import type { Instant, Json, Optional, OptionalInstant } from './schema.ts';

/** Tables of the business profile, the directory and referrals, as the query builder sees them. */

interface BusinessProfileTable {
  partner_id: string;
  slug: string;
  published_at: OptionalInstant;
  headline_fr: Generated<string>;
  headline_en: Generated<string>;
  description_fr: Generated<string>;
  description_en: Generated<string>;
  website: Optional<string>;
  languages: Generated<string[]>;
  hidden_locations: Generated<string[]>;
  takes_enquiries: Generated<boolean>;
  suspended_at: OptionalInstant;
  suspension_reason: Optional<string>;
  changed_at: Instant;
  changed_by: string;
}

interface BusinessProfileSlugTable {
  partner_id: string;
  slug: string;
  taken_at: Instant;
}

interface BusinessProfileLogoTable {
  partner_id: string;
  media_type: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
  content_hash: string;
  content: Buffer;
}

/** A level as the profile and the directory show it. */
export interface ListedLevel {
  readonly programme: string;
  readonly competency: string;
  readonly level: string;
  /** Last day on which it is shown unless the membership is renewed. */
  readonly validThrough: string | null;
}

interface DirectoryListingTable {
  partner_id: string;
  slug: string;
  name: string;
  headline_fr: string;
  headline_en: string;
  logo_hash: string | null;
  cities: string[];
  countries: string[];
  languages: string[];
  levels: Json<ListedLevel[]>;
  level_keys: string[];
  search_text: string;
  evidence_version: ColumnType<number, number, number>;
  made_on: string;
  changes_on: string | null;
}

interface ReferralRecipientTable {
  partner_id: string;
  user_id: string;
}

export type ReferralState = 'new' | 'in-contact' | 'won' | 'lost' | 'spam';

interface ReferralTable {
  partner_id: string;
  referral_id: Generated<string>;
  state: ReferralState;
  sender_name: Optional<string>;
  sender_email: Optional<string>;
  sender_phone: Optional<string>;
  sender_company: Optional<string>;
  message: Optional<string>;
  competency: Optional<string>;
  locale: 'fr' | 'en';
  suspicion: Optional<string>;
  received_at: Instant;
  changed_at: Instant;
  erased_at: OptionalInstant;
}

interface ReferralEventTable {
  partner_id: string;
  event_id: Generated<string>;
  referral_id: string;
  at: Instant;
  actor: string;
  state: Optional<ReferralState>;
  note: Optional<string>;
}

interface CredentialKeyTable {
  partner_id: string;
  key_id: string;
  public_key: Json<Record<string, string>>;
  sealed_private_key: Buffer;
  created_at: Instant;
}

export interface BusinessProfileTables {
  business_profile: BusinessProfileTable;
  business_profile_slug: BusinessProfileSlugTable;
  business_profile_logo: BusinessProfileLogoTable;
  directory_listing: DirectoryListingTable;
  referral_recipient: ReferralRecipientTable;
  referral: ReferralTable;
  referral_event: ReferralEventTable;
  credential_key: CredentialKeyTable;
}
