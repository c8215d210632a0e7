import type { ColumnType, Generated } from 'kysely';
import type { Instant, Json, Optional, OptionalInstant } from './schema.ts';

/** Written as JSON text, read as the value. */
type OptionalJson = ColumnType<unknown, string | null | undefined, string | null>;

export type PlannerRunKind = 'plan' | 'curve' | 'comparison' | 'candidates';
export type PlannerRunState = 'queued' | 'running' | 'done' | 'stopped' | 'failed';

interface PlannerRunTable {
  partner_id: string;
  run_id: Generated<string>;
  kind: PlannerRunKind;
  programme: string;
  name: Optional<string>;
  kept: boolean;
  rerun_of: Optional<string>;
  created_at: Instant;
  created_by: string;
  request: Json<unknown>;
  as_of: string;
  known_at: Optional<string>;
  state: PlannerRunState;
  stop_asked: Generated<boolean>;
  lease_until: OptionalInstant;
  lease_by: Optional<string>;
  attempts: Generated<number>;
  progress: OptionalJson;
  facts_version: Optional<number>;
  catalogue_version: Optional<string>;
  result: OptionalJson;
  failure: OptionalJson;
  finished_at: OptionalInstant;
  adopted_at: OptionalInstant;
  adopted_by: Optional<string>;
  ended_at: OptionalInstant;
}

interface TrainingAssignmentTable {
  partner_id: string;
  assignment_id: Generated<string>;
  plan_id: string;
  user_id: string;
  manager_id: Optional<string>;
  skill: string;
  renewal: boolean;
  cost: number;
  hours: number;
  due_on: string;
  assigned_at: Instant;
  assigned_by: string;
  dropped_at: OptionalInstant;
  mailed: Optional<string>;
  late_told_for: Optional<string>;
}

/** Tables of plans of training and of what came of them. */
export interface PlanningTables {
  planner_run: PlannerRunTable;
  training_assignment: TrainingAssignmentTable;
}
