/** The tables of companies that join, as the query builder sees them. */
import type { Generated } from 'kysely';
import type { Instant, Optional, OptionalInstant } from './schema.ts';

export type JoinState = 'waiting' | 'approved' | 'refused';

interface JoinRequestTable {
  partner_id: string;
  request_id: Generated<string>;
  programme: string;
  legal_name: string;
  country: string;
  market: 'developed' | 'developing';
  mpn_id: Optional<string>;
  admin_email: Optional<string>;
  admin_first_name: Optional<string>;
  admin_last_name: Optional<string>;
  locale: 'fr' | 'en';
  terms: string;
  asked_at: Instant;
  asked_by: string;
  state: Generated<JoinState>;
  decided_at: OptionalInstant;
  decided_by: Optional<string>;
  reason: Optional<string>;
  company: Optional<string>;
}

interface JoinPolicyTable {
  partner_id: string;
  at_once: boolean;
  changed_at: Instant;
  changed_by: string;
}

export interface JoinTables {
  join_request: JoinRequestTable;
  join_policy: JoinPolicyTable;
}
