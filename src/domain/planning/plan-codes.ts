/** Words by which answers of the planner are told apart; what each means stands where it is found. */

export const PLAN_STATUSES = ['optimal', 'feasible', 'infeasible'] as const;

export const INFEASIBLE_CODES = [
  'no-rules',
  'other-track',
  'performance-unmet',
  'performance-unknown',
  'asset-missing',
  'score-out-of-reach',
  'other-level-out-of-reach',
  'too-few-people',
  'retired-skills',
  'sharing-limits',
  'max-hours',
  'budget',
  'confidence',
  'not-decided',
] as const;
export type InfeasibleCode = (typeof INFEASIBLE_CODES)[number];

export const PLAN_WARNING_CODES = ['unknown-field', 'unknown-skill', 'unknown-person'] as const;

/** Levels that one plan may be asked for. */
export const MOST_TARGETS = 100;
