import type { Generated, GeneratedAlways } from 'kysely';
import type { Instant, Optional } from './schema.ts';

interface SupportCaseTable {
  partner_id: string;
  case_id: Generated<string>;
  number: number;
  kind: 'missing-skill' | 'merge' | 'dispute';
  user_id: string;
  skill: Optional<string>;
  achieved_on: Optional<string>;
  source: Optional<string>;
  other_account: Optional<string>;
  state: 'asked' | 'open' | 'waiting' | 'closed';
  outcome: Optional<'solved' | 'declined' | 'withdrawn'>;
  opened_by: string;
  opened_at: Instant;
  changed_at: Instant;
  due_on: Optional<string>;
}

interface SupportCaseMessageTable {
  partner_id: string;
  case_id: string;
  message_id: Generated<string>;
  at: Instant;
  author: string;
  side: 'company' | 'support';
  content: string;
  position: GeneratedAlways<number>;
}

interface SupportCaseFileTable {
  partner_id: string;
  case_id: string;
  file_id: Generated<string>;
  kind: 'transcript' | 'course-certificate' | 'users-report' | 'skills-report' | 'profile';
  assembled: boolean;
  file_name: string;
  media_type: string;
  size: number;
  sha256: Buffer;
  sealed_content: Buffer;
  added_at: Instant;
  added_by: string;
}

/** Tables of cases, as the query builder sees them. */
export interface CaseTables {
  support_case: SupportCaseTable;
  support_case_message: SupportCaseMessageTable;
  support_case_file: SupportCaseFileTable;
}
