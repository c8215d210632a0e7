import { z } from 'zod';
import { LocalTextSchema } from './common.ts';
import { PERFORMANCE_WINDOWS, PredicateViewSchema } from './explanation.ts';

const REQUIREMENT_KINDS = [
  'all-of',
  'any-of',
  'people',
  'performance',
  'asset',
  'asset-count',
  'percent-of-staff',
  'attained',
  'score',
] as const;

const ByMarketSchema = z.object({ developed: z.number(), developing: z.number() });

const ScoreMetricRuleSchema = z.object({
  metric: z.string(),
  make: z.enum(['units', 'people', 'growth']),
  max: z.number(),
  /** How several inputs are put together. */
  combine: z.enum(['sum', 'best']).optional(),
  inputs: z
    .array(
      z.object({
        metric: z.string(),
        associations: z.array(z.string()).nullable(),
        unitsForMax: ByMarketSchema,
      }),
    )
    .optional(),
  /** What is counted, where it differs from the metric's own unit. */
  unit: LocalTextSchema.nullable().optional(),
  base: z
    .object({ metric: z.string(), min: ByMarketSchema, unit: LocalTextSchema.nullable() })
    .nullable()
    .optional(),
  steps: z
    .array(
      z.object({
        need: z.number(),
        gate: z.boolean(),
        holds: PredicateViewSchema,
        /** One person earns `points ÷ people`, all together at most `cap`. */
        earns: z
          .object({ points: z.number(), people: ByMarketSchema, cap: z.number().nullable() })
          .nullable(),
      }),
    )
    .optional(),
  holds: PredicateViewSchema.optional(),
  growth: z
    .object({
      since: z.string(),
      bands: z.array(z.object({ from: ByMarketSchema, to: ByMarketSchema, percent: z.number() })),
      reached: z.object({ people: ByMarketSchema, forMonths: z.number() }).nullable(),
    })
    .optional(),
});
export type ScoreMetricRuleView = z.infer<typeof ScoreMetricRuleSchema>;

const ScoreRuleSchema = z.object({
  threshold: z.number(),
  below: z.number().nullable(),
  everyMetricPositive: z.boolean(),
  metrics: z.array(ScoreMetricRuleSchema),
});
export type ScoreRuleView = z.infer<typeof ScoreRuleSchema>;

export interface RequirementView {
  kind: (typeof REQUIREMENT_KINDS)[number];
  of?: RequirementView[];
  count?: number;
  holds?: z.infer<typeof PredicateViewSchema>;
  ofWhich?: { count: number; alsoHolds: z.infer<typeof PredicateViewSchema> }[];
  group?: string | null;
  overlap?: 'allowed' | 'distinct';
  metric?: string;
  min?: number;
  market?: 'developed' | 'developing' | null;
  associations?: string[] | null;
  window?: (typeof PERFORMANCE_WINDOWS)[number];
  measure?: 'sum' | 'count';
  asset?: string;
  score?: ScoreRuleView;
  assets?: string[];
  percent?: number;
  atMost?: number | null;
  anyOf?: { competency: string; level: string }[];
}

export const RequirementViewSchema: z.ZodType<RequirementView> = z.lazy(() =>
  z.object({
    kind: z.enum(REQUIREMENT_KINDS),
    of: z.array(RequirementViewSchema).optional(),
    count: z.number().optional(),
    holds: PredicateViewSchema.optional(),
    ofWhich: z.array(z.object({ count: z.number(), alsoHolds: PredicateViewSchema })).optional(),
    group: z.string().nullable().optional(),
    overlap: z.enum(['allowed', 'distinct']).optional(),
    metric: z.string().optional(),
    min: z.number().optional(),
    market: z.enum(['developed', 'developing']).nullable().optional(),
    associations: z.array(z.string()).nullable().optional(),
    window: z.enum(PERFORMANCE_WINDOWS).optional(),
    measure: z.enum(['sum', 'count']).optional(),
    asset: z.string().optional(),
    score: ScoreRuleSchema.optional(),
    assets: z.array(z.string()).optional(),
    percent: z.number().optional(),
    atMost: z.number().nullable().optional(),
    anyOf: z.array(z.object({ competency: z.string(), level: z.string() })).optional(),
  }),
);

/** How often one person may be used; see the catalogue format. */
const SharingLimitSchema = z.object({
  kind: z.enum(['at-most', 'one-of-groups']),
  atMost: z.number().nullable(),
  groups: z.array(z.string()).nullable(),
  levels: z.array(z.string()).nullable(),
  exempt: z.array(z.string()),
});

export const ProgrammeSummarySchema = z.object({
  programme: z.string(),
  name: LocalTextSchema,
  version: z.string(),
});
export type ProgrammeSummary = z.infer<typeof ProgrammeSummarySchema>;

/** The rules of a programme in force on a day, for any signed-in reader (« Compétences requises »). */
export const ProgrammeViewSchema = z.object({
  programme: z.string(),
  name: LocalTextSchema,
  version: z.string(),
  documentedUntil: z.string().nullable(),
  levels: z.array(z.object({ id: z.string(), name: LocalTextSchema, rank: z.number() })),
  competencies: z.array(
    z.object({
      competency: z.string(),
      name: LocalTextSchema,
      area: z.string().nullable(),
      source: z.object({ text: z.string(), confidence: z.string() }),
      notes: z.array(LocalTextSchema),
      /** Competencies of which one comes first, of one that is listed without rules. */
      prerequisites: z.object({ anyOf: z.array(z.string()), validation: LocalTextSchema }).nullable(),
      /** Of the options with a track a partner has its own, or all. */
      tracks: z.enum(['assigned', 'both']).nullable(),
      options: z.array(
        z.object({
          option: z.string().nullable(),
          /** Null of the only way of its time, which has no name. */
          name: LocalTextSchema.nullable(),
          track: z.string().nullable(),
          levels: z.array(
            z.object({
              level: z.string(),
              from: z.string(),
              until: z.string().nullable(),
              source: z.object({ text: z.string(), confidence: z.string() }),
              requirement: RequirementViewSchema,
            }),
          ),
        }),
      ),
    }),
  ),
  skills: z.record(
    z.string(),
    z.object({ title: z.string(), kind: z.string(), code: z.string(), retiredOn: z.string().nullable() }),
  ),
  metrics: z.record(z.string(), z.object({ name: LocalTextSchema, kind: z.string(), unit: LocalTextSchema })),
  assets: z.record(z.string(), LocalTextSchema),
  associationTypes: z.record(z.string(), LocalTextSchema),
  groups: z.record(z.string(), LocalTextSchema),
  sharingLimits: z.array(SharingLimitSchema),
  recognisedSources: z.array(z.string()),
  areas: z.record(z.string(), LocalTextSchema),
  tracks: z.record(z.string(), LocalTextSchema),
  /** Months, the current one included, in which one day of meeting the rules qualifies. */
  qualificationWindowMonths: z.number().nullable(),
});
export type ProgrammeView = z.infer<typeof ProgrammeViewSchema>;
