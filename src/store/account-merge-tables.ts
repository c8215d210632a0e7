import type { Generated } from 'kysely';
import type { Instant, Json, Optional, OptionalInstant, Recorded } from './schema.ts';

interface LearningAccountMergeTable extends Recorded {
  merge_id: Generated<string>;
  provider: string;
  account_id: string;
  into_provider: string;
  into_account_id: string;
  reason: string;
}

interface LearningAccountMergeUndoneTable {
  merge_id: string;
  reason: string;
  undone_at: Instant;
  undone_by: string;
}

interface MergeProposalTable {
  proposal_id: Generated<string>;
  provider: string;
  account_id: string;
  into_account_id: string;
  causes: Json<unknown>;
  found_at: Instant;
  closed_at: OptionalInstant;
  closed_by: Optional<string>;
  closing: Optional<'merged' | 'dismissed'>;
  closing_reason: Optional<string>;
  merge_id: Optional<string>;
}

/** Tables of merged learning accounts, as the query builder sees them. */
export interface AccountMergeTables {
  learning_account_merge: LearningAccountMergeTable;
  learning_account_merge_undone: LearningAccountMergeUndoneTable;
  merge_proposal: MergeProposalTable;
}
