import type { Generated } from 'kysely';
import type { Instant, Json, Optional, OptionalInstant } from './schema.ts';

/** Tables of signing in, as the query builder sees them. */

/** With what the person of a session was recognised. */
export type SessionMethod = 'password' | 'password-and-code' | 'passkey' | 'work-account' | 'link';

export type RoundPurpose = 'sign-in' | 'link' | 'step-up' | 'associate';

export interface OidcRoundTable {
  partner_id: string;
  state_hash: Buffer;
  browser_hash: Buffer;
  session_hash: Optional<Buffer>;
  user_id: Optional<string>;
  purpose: RoundPurpose;
  client_key: string;
  issuer: string;
  callback_path: string;
  sealed_secrets: Buffer;
  details: Json<Record<string, unknown>>;
  created_at: Instant;
  expires_at: Instant;
  used_at: OptionalInstant;
}

export interface IdentityProviderTable {
  partner_id: string;
  provider_id: Generated<string>;
  name: string;
  /** `null` for a directory tenant at the provider of the installation. */
  issuer: Optional<string>;
  directory_tenant: Optional<string>;
  client_id: Optional<string>;
  sealed_client_secret: Optional<Buffer>;
  email_domains: Generated<string[]>;
  just_in_time: Generated<boolean>;
  created_at: Instant;
  created_by: string;
  ended_at: OptionalInstant;
}

export interface UserIdentityTable {
  partner_id: string;
  identity_id: Generated<string>;
  user_id: string;
  provider_id: Optional<string>;
  issuer: string;
  subject: string;
  name: Optional<string>;
  linked_at: Instant;
  linked_by: string;
  last_used_at: OptionalInstant;
  ended_at: OptionalInstant;
}

export interface AuthenticatorTable {
  partner_id: string;
  user_id: string;
  sealed_key: Buffer;
  created_at: Instant;
  confirmed_at: OptionalInstant;
  last_step: Optional<number>;
}

export interface RecoveryCodeTable {
  partner_id: string;
  user_id: string;
  code_hash: Buffer;
  created_at: Instant;
  used_at: OptionalInstant;
}

export interface PasskeyTable {
  partner_id: string;
  passkey_id: string;
  user_id: string;
  public_key: Buffer;
  counter: number;
  transports: Generated<string[]>;
  name: string;
  created_at: Instant;
  last_used_at: OptionalInstant;
}

export type ChallengePurpose = 'second-step' | 'passkey-sign-in' | 'passkey-new' | 'passkey-step-up';

export interface SignInChallengeTable {
  partner_id: string;
  token_hash: Buffer;
  user_id: Optional<string>;
  purpose: ChallengePurpose;
  challenge: Optional<string>;
  password_change_required: Generated<boolean>;
  attempts: Generated<number>;
  created_at: Instant;
  expires_at: Instant;
  used_at: OptionalInstant;
}

export interface SessionTable {
  partner_id: string;
  token_hash: Buffer;
  user_id: string;
  csrf_token: string;
  created_at: Instant;
  last_seen_at: Instant;
  expires_at: Instant;
  ended_at: OptionalInstant;
  session_id: Generated<string>;
  method: Generated<SessionMethod>;
  proved_at: OptionalInstant;
  user_agent: Optional<string>;
  address: Optional<string>;
  password_change_required: Generated<boolean>;
}

export interface TemporaryPasswordTable {
  partner_id: string;
  user_id: string;
  secret_hash: Buffer;
  created_at: Instant;
  expires_at: Instant;
}

export interface ApiTokenTable {
  partner_id: string;
  token_id: Generated<string>;
  token_hash: Buffer;
  role: string;
  label: Optional<string>;
  created_at: Instant;
  created_by: string;
  expires_at: OptionalInstant;
  revoked_at: OptionalInstant;
  last_used_at: OptionalInstant;
}
