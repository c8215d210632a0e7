/** The tables of the network's risk as the query builder sees them. */
import type { Generated } from 'kysely';
import type { Instant, Json, Optional, OptionalInstant } from './schema.ts';

interface NetworkStandingTable {
  partner_id: string;
  programme: string;
  catalogue: string;
  evidence_version: number;
  seen_on: string;
  changes_on: string;
  seen_at: Instant;
  levels: Json<unknown>;
  at_risk: number;
  first_loss: Optional<string>;
  rules_change: Json<unknown> | null;
  gained: number;
  lost: number;
  missing: Json<unknown>;
  retiring: Json<unknown>;
  marks: string[];
}

interface NetworkCountTable {
  partner_id: Generated<string>;
  programme: string;
  mark: string;
  market: string;
  country: string;
  companies: number;
}

interface NetworkCountingTable {
  partner_id: Generated<string>;
  counted_at: Instant;
}

interface NetworkFailureTable {
  partner_id: string;
  failed_at: Instant;
  catalogue: string;
  reason: string;
}

interface NetworkRunTable {
  partner_id: Generated<string>;
  run_id: Generated<number>;
  catalogue: string;
  versions: Json<unknown>;
  started_at: Instant;
  total: number;
  done: Generated<number>;
  resumed_at: Instant;
  resumed_done: Generated<number>;
  finished_at: OptionalInstant;
}

export interface NetworkRiskTables {
  network_standing: NetworkStandingTable;
  network_failure: NetworkFailureTable;
  network_run: NetworkRunTable;
  network_count: NetworkCountTable;
  network_counting: NetworkCountingTable;
}
