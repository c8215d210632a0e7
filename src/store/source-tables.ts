/** The tables of sources that deliver records themselves, as the query builder sees them. */
import type { Generated } from 'kysely';
import type { Instant, Json, Optional, OptionalInstant } from './schema.ts';

interface SourceKeyTable {
  partner_id: Generated<string>;
  key_id: Generated<string>;
  source: string;
  label: string;
  sealed_secret: Buffer;
  created_at: Instant;
  created_by: string;
  ends_at: OptionalInstant;
  revoked_at: OptionalInstant;
  last_used_at: OptionalInstant;
}

export type DeliveryState = 'applied' | 'failed' | 'repeated';

interface SourceDeliveryTable {
  partner_id: Generated<string>;
  delivery_id: Generated<string>;
  source: string;
  name: Optional<string>;
  content_hash: Buffer;
  received_at: Instant;
  received_from: string;
  state: DeliveryState;
  records: number;
  created: Generated<number>;
  updated: Generated<number>;
  unchanged: Generated<number>;
  rejected: Generated<number>;
  lag_days: Optional<number>;
  latest_completion: Optional<string>;
  failure: Optional<string>;
  content: Optional<Buffer>;
}

interface SourceRejectionTable {
  partner_id: Generated<string>;
  rejection_id: Generated<string>;
  source: string;
  name: string;
  delivery_id: string;
  item: number;
  record: Json<unknown>;
  reason: string;
  first_at: Instant;
  last_at: Instant;
  times: Generated<number>;
  state: Generated<'open' | 'accepted' | 'put-aside'>;
  settled_at: OptionalInstant;
  settled_by: Optional<string>;
}

export interface SourceTables {
  source_key: SourceKeyTable;
  source_delivery: SourceDeliveryTable;
  source_rejection: SourceRejectionTable;
}
