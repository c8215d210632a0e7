import type { Generated } from 'kysely';
import type { Instant, OptionalInstant } from './schema.ts';

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

/** Tables of what is read regularly, by people or by their programs. */
export interface ReportTables {
  report_token: ReportTokenTable;
}
