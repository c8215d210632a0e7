/** The tables of the diagnosis and of checked lists as the query builder sees them. */
import type { Generated } from 'kysely';
import type { Instant, OptionalInstant } from './schema.ts';

interface SourceDelayTable {
  partner_id: Generated<string>;
  source: string;
  event: 'new-association' | 'new-skill' | 'merge';
  hours: number;
}

interface ListCheckRequestTable {
  partner_id: string;
  user_id: string;
  asked_at: Instant;
  asked_by: string;
}

interface RecordCheckTable {
  partner_id: string;
  check_id: Generated<string>;
  user_id: string;
  record_id: string;
  verdict: 'confirmed' | 'disputed';
  recorded_at: Instant;
  recorded_by: string;
  voided_at: OptionalInstant;
}

export interface DiagnosisTables {
  list_check_request: ListCheckRequestTable;
  record_check: RecordCheckTable;
  source_delay: SourceDelayTable;
}
