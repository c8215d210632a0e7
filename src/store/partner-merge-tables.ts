/** The tables of merges of companies as the query builder sees them. */
import type { Generated } from 'kysely';
import type { Instant, Json, Optional, OptionalInstant } from './schema.ts';

interface PartnerMergeTable {
  partner_id: string;
  into_partner_id: string;
  reason: string;
  merged_at: Date;
  merged_by: string;
  counts: Json<unknown>;
}

export type PartnerMergeState = 'queued' | 'running' | 'done' | 'failed';
export type PartnerMergePhase = 'waiting' | 'judging' | 'people' | 'associations' | 'reports';

interface PartnerMergeRunTable {
  partner_id: Generated<string>;
  merge_id: Generated<string>;
  from_partner_id: string;
  into_partner_id: string;
  same_people: Json<unknown>;
  keep_roles: boolean;
  reason: string;
  requested_at: Instant;
  requested_by: string;
  state: PartnerMergeState;
  phase: Generated<PartnerMergePhase>;
  done: Generated<number>;
  total: Generated<number>;
  attempts: Generated<number>;
  finished_at: OptionalInstant;
  counts: Json<unknown> | null;
  failure: Json<unknown> | null;
  lease_until: OptionalInstant;
  lease_by: Optional<string>;
}

export interface PartnerMergeTables {
  partner_merge: PartnerMergeTable;
  partner_merge_run: PartnerMergeRunTable;
}
