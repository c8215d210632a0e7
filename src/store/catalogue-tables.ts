/** The tables of versions of the rules as the query builder sees them. */
import type { Generated } from 'kysely';
import type { Instant, Json, Optional, OptionalInstant } from './schema.ts';

interface CatalogueDraftTable {
  partner_id: Generated<string>;
  draft_id: Generated<string>;
  programme: string;
  note: string;
  made_from: string;
  files: Json<unknown>;
  revision: Generated<number>;
  catalogue: Optional<string>;
  problems: Json<unknown> | null;
  created_at: Instant;
  created_by: string;
  changed_at: Instant;
  discarded_at: OptionalInstant;
}

interface CataloguePublicationTable {
  partner_id: Generated<string>;
  publication_id: Generated<number>;
  programme: string;
  draft_id: Optional<string>;
  catalogue: string;
  effective_on: string;
  reason: string;
  published_at: Instant;
  published_by: string;
  withdrawn_at: OptionalInstant;
}

export type RehearsalState = 'queued' | 'running' | 'done' | 'stopped' | 'failed';

interface RehearsalTable {
  partner_id: Generated<string>;
  rehearsal_id: Generated<string>;
  programme: string;
  draft_id: string;
  revision: number;
  from_catalogue: string;
  to_catalogue: string;
  first_day: string;
  last_day: string;
  requested_at: Instant;
  requested_by: string;
  state: RehearsalState;
  total: Generated<number>;
  done: Generated<number>;
  failed: Generated<number>;
  reached: Generated<string>;
  begun_at: OptionalInstant;
  begun_done: Generated<number>;
  finished_at: OptionalInstant;
  reason: Optional<string>;
  lease_until: OptionalInstant;
  lease_by: Optional<string>;
}

interface RehearsalChangeTable {
  partner_id: string;
  rehearsal_id: string;
  changes: Json<unknown>;
  lost: number;
  gained: number;
  first_on: string;
  failure: Optional<string>;
}

export interface CatalogueTables {
  catalogue_draft: CatalogueDraftTable;
  catalogue_publication: CataloguePublicationTable;
  rehearsal: RehearsalTable;
  rehearsal_change: RehearsalChangeTable;
}
