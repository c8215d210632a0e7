import type { ColumnType, Generated } from 'kysely';
import type { Instant, Json, Optional } from './schema.ts';

/** Tables of what a directory sends, as the query builder sees them. */

/** What JSON of a directory holds is read by whoever understands it. */
export type Content = Record<string, unknown>;

export interface ProvisionedUserTable {
  partner_id: string;
  user_id: string;
  user_name: string;
  /** The name in lower case; PostgreSQL keeps it. */
  user_key: ColumnType<string, never, never>;
  external_id: Optional<string>;
  content: Json<Content>;
  created_at: Instant;
  changed_at: Instant;
}

/** Addresses that were sent, in lower case; kept by a trigger. */
export interface ProvisionedEmailTable {
  partner_id: string;
  email_key: string;
  user_id: string;
}

export interface ProvisionedGroupTable {
  partner_id: string;
  group_id: Generated<string>;
  display_name: string;
  external_id: Optional<string>;
  role: Optional<string>;
  content: Json<Content>;
  created_at: Instant;
  changed_at: Instant;
}

export interface ProvisionedMemberTable {
  partner_id: string;
  group_id: string;
  member: string;
  content: Json<Content>;
}
