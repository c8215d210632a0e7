/** The tables of the diagnosis as the query builder sees them. */
import type { Generated } from 'kysely';

interface SourceDelayTable {
  partner_id: Generated<string>;
  source: string;
  event: 'new-association' | 'new-skill' | 'merge';
  hours: number;
}

export interface DiagnosisTables {
  source_delay: SourceDelayTable;
}
