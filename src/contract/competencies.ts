import { z } from 'zod';
import { AsOfSchema, LocalTextSchema, NamedThingSchema } from './common.ts';
import { HeldByExemptionSchema } from './exemptions.ts';
import {
  OutcomeSchema,
  PersonRefSchema,
  ReasonSchema,
  RecordRefSchema,
  RequirementNodeSchema,
  SingleActionSchema,
  WarningSchema,
} from './explanation.ts';
import { LevelChangeSchema, LevelStateSchema } from './memberships.ts';
import { LossCauseSchema } from './risk.ts';
import { QualificationWindowFromSchema, ScoreSummarySchema } from './scores.ts';

/** How an option is met at a level, beside the outcome for the day. */
const JudgedLevelShape = {
  /** Where it is judged by points. */
  score: ScoreSummarySchema.nullable(),
  /** Met on a day of the qualification window; null when on none and unknown on some. */
  qualifiedInWindow: z.boolean().nullable().optional(),
};

/** What a level lacks apart from people and points: of which nothing is known, and what is known not to be enough. */
const MissingThingsShape = { unknown: z.array(LocalTextSchema), missed: z.array(LocalTextSchema) };

const OptionLevelStatusSchema = z.object({
  level: z.string(),
  outcome: OutcomeSchema,
  ...JudgedLevelShape,
  shortfall: z.object({ people: z.number() }),
  /** Some requirement of the level has progress. */
  started: z.boolean(),
});

/** The highest level that is held. */
const AttainedSchema = z.object({
  level: z.string(),
  exempt: z.boolean(),
  /** Until when and why, of a level that is held by exemption. */
  exemption: HeldByExemptionSchema.nullable(),
});

export const CompetencyStatusSchema = z.object({
  competency: z.string(),
  name: LocalTextSchema,
  area: z.string().nullable(),
  attained: AttainedSchema.nullable(),
  /** The lowest level above the attained one that is nearest, by people missing. */
  next: z
    .object({
      level: z.string(),
      option: z.string().nullable(),
      outcome: OutcomeSchema,
      /** People certainly missing: none while it hangs on something unknown. */
      people: z.number(),
      ...MissingThingsShape,
      score: ScoreSummarySchema.nullable(),
    })
    .nullable(),
  /** A level above the attained one for which nothing is missing but one or two people. */
  withinReach: z.object({ level: z.string(), option: z.string().nullable(), people: z.number() }).nullable(),
  /** First day in the next twelve months on which the attained level is lost by what is already known. */
  endsOn: z.string().nullable(),
  options: z.array(
    z.object({
      option: z.string().nullable(),
      /** Null of the only way of its time, which has no name. */
      name: LocalTextSchema.nullable(),
      track: NamedThingSchema.nullable(),
      levels: z.array(OptionLevelStatusSchema),
    }),
  ),
  /** Competencies of which one comes first, of one that is listed without rules. */
  prerequisites: z.array(z.string()).nullable(),
});
export type CompetencyStatus = z.infer<typeof CompetencyStatusSchema>;

export const CompetencyListSchema = z.object({
  value: z.array(CompetencyStatusSchema),
  /** The state of every level that is begun, met, held or was held; of a competency from the lowest level up. */
  levels: z.array(LevelStateSchema),
  nextLink: z.string().nullable().optional(),
  /** The track by which the company is judged where one is assigned. */
  track: NamedThingSchema.nullable(),
  qualificationWindowFrom: QualificationWindowFromSchema,
  /** Names of the areas of the competencies. */
  areas: z.record(z.string(), LocalTextSchema),
  /** Names of the metrics that scores mention. */
  metrics: z.record(z.string(), LocalTextSchema),
  asOf: AsOfSchema,
  programme: z.string(),
  catalogueVersion: z.string(),
  warnings: z.array(WarningSchema),
});
export type CompetencyList = z.infer<typeof CompetencyListSchema>;

export const CompetencyDetailSchema = z.object({
  competency: z.string(),
  name: LocalTextSchema,
  area: z.string().nullable(),
  source: z.object({ text: z.string(), confidence: z.string() }),
  notes: z.array(LocalTextSchema),
  attained: AttainedSchema.nullable(),
  endsOn: z.string().nullable(),
  levels: z.array(LevelStateSchema),
  /** Every change of a level in the last years, the latest first. */
  history: z.array(LevelChangeSchema),
  /** What takes the attained level away on that day. */
  endCause: z.array(LossCauseSchema).nullable(),
  options: z.array(
    z.object({
      option: z.string().nullable(),
      /** Null of the only way of its time, which has no name. */
      name: LocalTextSchema.nullable(),
      track: NamedThingSchema.nullable(),
      levels: z.array(
        z.object({
          level: z.string(),
          outcome: OutcomeSchema,
          ...JudgedLevelShape,
          shortfall: z.object({ people: z.number() }),
          ...MissingThingsShape,
          source: z.object({ text: z.string(), confidence: z.string() }),
          inForceFrom: z.string(),
          requirements: z.array(RequirementNodeSchema),
          /** Everything that would meet the level by itself, in the order of least effort. */
          actions: z.array(SingleActionSchema),
          /** `false`: the company is so large that not everything was tried. */
          actionsComplete: z.boolean(),
        }),
      ),
      notCounted: z.array(z.object({ record: z.string(), person: z.string(), reason: ReasonSchema })),
    }),
  ),
  people: z.record(z.string(), PersonRefSchema),
  records: z.record(z.string(), RecordRefSchema),
  /** The track by which the company is judged where one is assigned. */
  track: NamedThingSchema.nullable(),
  qualificationWindowFrom: QualificationWindowFromSchema,
  asOf: AsOfSchema,
  programme: z.string(),
  catalogueVersion: z.string(),
  warnings: z.array(WarningSchema),
});
export type CompetencyDetail = z.infer<typeof CompetencyDetailSchema>;

const LevelEventSchema = z.object({
  competency: z.string(),
  name: LocalTextSchema,
  level: z.string(),
  option: z.string().nullable(),
  on: z.string().nullable(),
  people: z.number().nullable(),
  cause: z.array(LossCauseSchema).nullable(),
});

/** The three lines that answer the week, and what surrounds them. */
export const OverviewSchema = z.object({
  levels: z.array(LevelStateSchema),
  hold: z.array(LevelEventSchema),
  aboutToEnd: z.array(LevelEventSchema),
  withinReach: z.array(LevelEventSchema),
  /**
   * Levels that only something unknown keeps open: where points count, with at least half of those they need, else
   * with somebody who counts already.
   */
  open: z.array(
    z.object({
      competency: z.string(),
      name: LocalTextSchema,
      level: z.string(),
      option: z.string().nullable(),
      /** Null where the level is not judged by points. */
      points: z.number().nullable(),
      threshold: z.number().nullable(),
      /** What is not known. */
      unknown: z.array(LocalTextSchema),
    }),
  ),
  /** Records that stop counting in the next twelve months: expiry, retirement, PMC window; the first of each month. */
  expiring: z.array(
    z.object({ on: z.string(), reason: z.string(), person: PersonRefSchema, record: RecordRefSchema }),
  ),
  /** How many of them there are in all, for each month (`YYYY-MM`) in which there is one. */
  expiringMonths: z.array(z.object({ month: z.string(), count: z.number() })),
  people: z.object({
    total: z.number(),
    associated: z.number(),
    notAssociated: z.number(),
    counting: z.number(),
    technical: z.number(),
  }),
  records: z.object({ total: z.number(), counting: z.number() }),
  /** The first of the people without an associated account; the list of users has them all. */
  notAssociated: z.array(PersonRefSchema),
  recentChanges: z.array(
    z.object({
      at: z.string(),
      action: z.string(),
      actor: z.string().nullable(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
  sources: z.array(
    z.object({ source: z.string(), lastReceivedAt: z.string().nullable(), records: z.number() }),
  ),
  asOf: AsOfSchema,
  programme: z.string(),
  catalogueVersion: z.string(),
  warnings: z.array(WarningSchema),
});
export type Overview = z.infer<typeof OverviewSchema>;
