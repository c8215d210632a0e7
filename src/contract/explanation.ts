import { z } from 'zod';
import type { PerformanceWindow } from '../domain/catalogue/catalogue.ts';
import { REASON_CODES, WARNING_CODES } from '../domain/evaluation/evaluation-result.ts';
import { LocalTextSchema } from './common.ts';

export const OutcomeSchema = z.enum(['met', 'unmet', 'undetermined']);
export const ReasonSchema = z.object({
  code: z.enum(REASON_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type Reason = z.infer<typeof ReasonSchema>;

export const WarningSchema = z.looseObject({ code: z.enum(WARNING_CODES) });
export type WarningView = z.infer<typeof WarningSchema>;

const SeatSchema = z.object({ person: z.string(), records: z.array(z.string()) });

const SeatTakenSchema = SeatSchema.extend({
  atMost: z.number().nullable(),
  uses: z.array(
    z.object({
      competency: z.string(),
      level: z.string(),
      option: z.string().nullable(),
      group: z.string().nullable(),
    }),
  ),
});
export type SeatTakenView = z.infer<typeof SeatTakenSchema>;

export interface PeopleNodeView {
  kind: 'people';
  outcome: 'met' | 'unmet' | 'undetermined';
  need: number;
  have: number;
  eligible: number;
  group: string | null;
  seats: { person: string; records: string[] }[];
  spare: string[];
  /** People who satisfy the requirement and are used where a sharing limit leaves no room for this seat too. */
  elsewhere?: SeatTakenView[];
  shortfall: number;
  children: PeopleNodeView[];
  /** What one person must hold, as in the catalogue, for the reader. */
  predicate?: PredicateView;
  /** While seats are empty: who could fill one with the fewest further skills, nearest first. */
  near?: NearPerson[];
  /** While seats are empty: who satisfies the requirement but fills a seat of another one of the level. */
  inOtherSeats?: string[];
}

export const NearPersonSchema = z.object({ person: z.string(), missing: z.array(z.string()) });
export type NearPerson = z.infer<typeof NearPersonSchema>;

export interface PredicateView {
  kind: 'holds' | 'all-of' | 'any-of';
  skill?: string;
  focus?: string | null;
  of?: PredicateView[];
}

export const PredicateViewSchema: z.ZodType<PredicateView> = z.lazy(() =>
  z.object({
    kind: z.enum(['holds', 'all-of', 'any-of']),
    skill: z.string().optional(),
    focus: z.string().nullable().optional(),
    of: z.array(PredicateViewSchema).optional(),
  }),
);

const PeopleNodeSchema: z.ZodType<PeopleNodeView> = z.lazy(() =>
  z.object({
    kind: z.literal('people'),
    outcome: OutcomeSchema,
    need: z.number(),
    have: z.number(),
    eligible: z.number(),
    group: z.string().nullable(),
    seats: z.array(SeatSchema),
    spare: z.array(z.string()),
    elsewhere: z.array(SeatTakenSchema).optional(),
    shortfall: z.number(),
    children: z.array(PeopleNodeSchema),
    predicate: PredicateViewSchema.optional(),
    near: z.array(NearPersonSchema).optional(),
    inOtherSeats: z.array(z.string()).optional(),
  }),
);

const MonthSpanSchema = z.object({ from: z.string(), to: z.string() });

export const PERFORMANCE_WINDOWS = [
  'trailing-12-months',
  'last-month',
  'anniversary-year',
  'fiscal-year',
  'year-over-year',
] as const satisfies readonly PerformanceWindow[];

export const PerformanceNodeSchema = z.object({
  kind: z.literal('performance'),
  outcome: OutcomeSchema,
  metric: z.string(),
  market: z.enum(['developed', 'developing']).nullable(),
  need: z.number(),
  have: z.number(),
  measure: z.literal('count').optional(),
  windowKind: z.enum(PERFORMANCE_WINDOWS).optional(),
  window: MonthSpanSchema.nullable(),
  before: MonthSpanSchema.optional(),
  unknownMonths: z.array(z.string()),
  shortfall: z.number(),
});

export const AssetNodeSchema = z.object({
  kind: z.literal('asset'),
  outcome: OutcomeSchema,
  asset: z.string(),
});

const ScoreStepSchema = z.object({
  step: z.number(),
  people: z.number(),
  need: z.number(),
  gate: z.boolean(),
  /** Every earlier gate is met. */
  open: z.boolean(),
  points: z.number(),
  seats: z.array(z.object({ person: z.string(), records: z.array(z.string()) })),
  /** What one person must hold, as in the catalogue, for the reader. */
  predicate: PredicateViewSchema.optional(),
});

const ScoreMetricSchema = z.object({
  metric: z.string(),
  make: z.enum(['units', 'people', 'growth']),
  points: z.number(),
  max: z.number(),
  month: z.string().nullable(),
  inputs: z.array(
    z.object({
      metric: z.string(),
      units: z.number().nullable(),
      unitsForMax: z.number(),
      associations: z.array(z.string()).nullable(),
      used: z.boolean(),
      points: z.number(),
    }),
  ),
  /** What is counted, as in the catalogue, where it differs from the metric's own unit. */
  unit: LocalTextSchema.nullable().optional(),
  base: z
    .object({
      metric: z.string(),
      need: z.number(),
      have: z.number().nullable(),
      unit: LocalTextSchema.nullable().optional(),
    })
    .nullable(),
  steps: z.array(ScoreStepSchema),
  growth: z
    .object({
      baselineOn: z.string(),
      baseline: z.number(),
      people: z.number(),
      percent: z.number().nullable(),
      reachedOn: z.string().nullable(),
    })
    .nullable(),
});

/** Points against a threshold; figures are the numbers nearest to the exact ones. */
export const ScoreNodeSchema = z.object({
  kind: z.literal('score'),
  outcome: OutcomeSchema,
  need: z.number(),
  below: z.number().nullable(),
  have: z.number(),
  max: z.number(),
  everyMetricPositive: z.boolean(),
  metrics: z.array(ScoreMetricSchema),
  unknown: z.array(z.string()),
  shortfall: z.number(),
});
export type ScoreNodeView = z.infer<typeof ScoreNodeSchema>;
export const AssetCountNodeSchema = z.object({
  kind: z.literal('asset-count'),
  outcome: OutcomeSchema,
  need: z.number(),
  have: z.number(),
  assets: z.array(z.object({ asset: z.string(), outcome: OutcomeSchema })),
  shortfall: z.number(),
});

export const PercentOfStaffNodeSchema = z.object({
  kind: z.literal('percent-of-staff'),
  outcome: OutcomeSchema,
  percent: z.number(),
  atMost: z.number().nullable(),
  staff: z.number(),
  need: z.number(),
  have: z.number(),
  eligible: z.number(),
  seats: z.array(SeatSchema),
  spare: z.array(z.string()),
  shortfall: z.number(),
  predicate: PredicateViewSchema.optional(),
});

export const AttainedNodeSchema = z.object({
  kind: z.literal('attained'),
  outcome: OutcomeSchema,
  anyOf: z.array(z.object({ competency: z.string(), level: z.string() })),
});

export interface GroupNodeView {
  kind: 'all-of' | 'any-of';
  outcome: 'met' | 'unmet' | 'undetermined';
  children: RequirementNodeView[];
}

export type RequirementNodeView =
  | PeopleNodeView
  | z.infer<typeof PerformanceNodeSchema>
  | z.infer<typeof AssetNodeSchema>
  | ScoreNodeView
  | z.infer<typeof AssetCountNodeSchema>
  | z.infer<typeof PercentOfStaffNodeSchema>
  | z.infer<typeof AttainedNodeSchema>
  | GroupNodeView;

export const RequirementNodeSchema: z.ZodType<RequirementNodeView> = z.lazy(() =>
  z.union([
    PeopleNodeSchema,
    PerformanceNodeSchema,
    AssetNodeSchema,
    ScoreNodeSchema,
    AssetCountNodeSchema,
    PercentOfStaffNodeSchema,
    AttainedNodeSchema,
    z.object({
      kind: z.enum(['all-of', 'any-of']),
      outcome: OutcomeSchema,
      children: z.array(RequirementNodeSchema),
    }),
  ]),
);

/** One thing by which the option would be met. */
export const SingleActionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('obtain'),
    skill: z.string(),
    /** The first of `count` people, any one of whom is enough. */
    people: z.array(z.string()),
    count: z.number(),
  }),
  z.object({ kind: z.literal('associate'), person: z.string(), account: z.string().nullable() }),
  z.object({
    kind: z.literal('raise-metric'),
    metric: z.string(),
    /** In the unit of the metric, on top of what is known. */
    by: z.number(),
    association: z.string().nullable(),
  }),
  z.object({ kind: z.literal('have-asset'), asset: z.string() }),
]);
export type SingleActionView = z.infer<typeof SingleActionSchema>;

/** People named in an answer. Without the right to personal data names are null and `label` is an opaque id. */
export const PersonRefSchema = z.object({
  id: z.string(),
  label: z.string(),
  initials: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  email: z.string().nullable(),
});
export type PersonRef = z.infer<typeof PersonRefSchema>;

export const RecordRefSchema = z.object({
  id: z.string(),
  person: z.string(),
  skill: z.string(),
  title: z.string(),
  kind: z.string(),
  code: z.string(),
  achievedOn: z.string(),
  expiresOn: z.string().nullable(),
});
export type RecordRef = z.infer<typeof RecordRefSchema>;
