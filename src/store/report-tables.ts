import type { Generated } from 'kysely';
import type { Instant, OptionalInstant } from './schema.ts';

export type ReportFormat = 'csv' | 'tsv' | 'xlsx';

interface ReportTokenTable {
  partner_id: string;
  token_id: Generated<string>;
  user_id: string;
  token_hash: Buffer;
  name: string;
  created_at: Instant;
  expires_at: Instant;
  revoked_at: OptionalInstant;
  last_used_at: OptionalInstant;
}

interface ReportScheduleTable {
  partner_id: string;
  schedule_id: Generated<string>;
  user_id: string;
  report: string;
  format: ReportFormat;
  frequency: 'daily' | 'weekly' | 'monthly';
  delivery: 'link' | 'attachment' | 'pull';
  created_at: Instant;
  paused_at: OptionalInstant;
  ended_at: OptionalInstant;
  next_due: string;
  retry_at: OptionalInstant;
  failures: Generated<number>;
  failed_at: OptionalInstant;
}

interface ReportFileTable {
  partner_id: string;
  file_id: Generated<string>;
  schedule_id: string;
  user_id: string;
  period: string;
  made_at: Instant;
  expires_at: Instant;
  file_name: string;
  media_type: string;
  row_count: number;
  personal: boolean;
  content: Buffer;
}

/** Tables of what is read regularly, by people or by their programs. */
export interface ReportTables {
  report_token: ReportTokenTable;
  report_schedule: ReportScheduleTable;
  report_file: ReportFileTable;
}
