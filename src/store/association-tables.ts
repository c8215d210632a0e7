import type { Generated } from 'kysely';
import type { Instant, Optional, OptionalInstant } from './schema.ts';

/** Tables of associating, as the query builder sees them. */
export interface AssociationProofTable {
  partner_id: string;
  proof_id: Generated<string>;
  user_id: string;
  session_hash: Buffer;
  method: 'sign-in' | 'transcript';
  providers: string[];
  account_id: string;
  account_name: Optional<string>;
  account_email: Optional<string>;
  email_verified: Optional<boolean>;
  code_hash: Optional<Buffer>;
  code_attempts: Generated<number>;
  sealed_transcript: Optional<Buffer>;
  proved_at: OptionalInstant;
  created_at: Instant;
  expires_at: Instant;
}
