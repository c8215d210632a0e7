/** Questions beside a plan: what robustness and money do to its cost, what if, and what a candidate is worth. */
import { z } from 'zod';
import { PLAN_STATUSES } from '../domain/planning/plan-codes.ts';
import { AsOfQuerySchema, LocalTextSchema } from './common.ts';
import { OutcomeSchema } from './explanation.ts';
import { ScenarioChangesSchema } from './plan-scenarios.ts';
import {
  MOST_PLAN_SECONDS,
  MOST_SURVIVE,
  madeOfShape,
  PlanQuestionSchema,
  PlanResultSchema,
  PlanWarningSchema,
  runShape,
} from './plans.ts';

/** Of every plan in it. */
const SecondsSchema = z.number().min(0.1).max(MOST_PLAN_SECONDS);
const PriceShape = {
  status: z.enum(PLAN_STATUSES),
  cost: z.number().nullable(),
  hours: z.number().nullable(),
};

const MOST_SCENARIOS = 6;

export const CurveRequestSchema = z.strictObject({
  question: PlanQuestionSchema,
  /** Departures to be survived. Absent: 0, 1 and 2. */
  survive: z
    .array(z.number().int().min(0).max(MOST_SURVIVE))
    .min(1)
    .max(MOST_SURVIVE + 1)
    .optional(),
  /** Budgets to be tried at the departures of the question; null: no limit. */
  budgets: z.array(z.number().min(0).max(1e9).nullable()).max(12).optional(),
  seconds: SecondsSchema.optional(),
});
export type CurveRequest = z.infer<typeof CurveRequestSchema>;

const CurvePointSchema = z.object({
  survive: z.number().int(),
  budget: z.number().nullable(),
  ...PriceShape,
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  actions: z.number().int(),
  people: z.number().int(),
  /** Why there is no plan. */
  reason: PlanResultSchema.shape.reason,
  /**
   * Where the budget does not suffice: places in the question of the most targets for which it does, the cheapest such
   * choice; null: not asked, or too many to try.
   */
  affordable: z.array(z.number().int()).nullable(),
});
export type CurvePoint = z.infer<typeof CurvePointSchema>;

export const CompareRequestSchema = z.strictObject({
  ...AsOfQuerySchema.shape,
  programme: z.string().min(1).max(100).optional(),
  /** Beside how things are, which is always the first. */
  scenarios: z
    .array(z.strictObject({ name: z.string().trim().min(1).max(200), changes: ScenarioChangesSchema }))
    .min(1)
    .max(MOST_SCENARIOS),
  /**
   * What repairing is planned with; its targets are those to be held in every scenario. Absent: the levels that are met
   * as things are, on the day of the question, at no cost but the fewest actions.
   */
  repair: PlanQuestionSchema.omit({ programme: true, changes: true }).optional(),
  seconds: SecondsSchema.optional(),
});
export type CompareRequest = z.infer<typeof CompareRequestSchema>;

const ScenarioResultSchema = z.object({
  /** Null: as things are. */
  name: z.string().nullable(),
  changes: ScenarioChangesSchema,
  /** Every competency, in the order of the programme, on the day of the question. */
  competencies: z.array(
    z.object({
      competency: z.string(),
      name: LocalTextSchema,
      /** The highest level met; null: none. */
      level: z.string().nullable(),
      levelName: LocalTextSchema.nullable(),
      /** Of the next level; null: there is none. */
      nextOutcome: OutcomeSchema.nullable(),
      /** Against things as they are. */
      change: z.enum(['same', 'gained', 'lost', 'higher', 'lower']),
      /** The largest k such that any k people may leave; null: whoever leaves, or no level. */
      departuresSurvived: z.number().int().nullable(),
    }),
  ),
  /** What meeting the targets costs from there; null until it is planned. */
  repair: PlanResultSchema.nullable(),
  warnings: z.array(PlanWarningSchema),
});
export type ScenarioResult = z.infer<typeof ScenarioResultSchema>;

export const CandidateRequestSchema = z.strictObject({
  /** With `programme`, targets, costs and limits: what the candidate is measured by. */
  question: PlanQuestionSchema,
  /** As in a change of the kind `joins`; the id is given by us. */
  candidates: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1).max(200),
        skills: z.array(z.string().min(1).max(300)).max(100),
      }),
    )
    .min(1)
    .max(5),
  seconds: SecondsSchema.optional(),
});
export type CandidateRequest = z.infer<typeof CandidateRequestSchema>;

const CandidateResultSchema = z.object({
  name: z.string(),
  skills: z.array(z.string()),
  /** Levels met at once on the day of the question that are not met without the person. */
  levelsGained: z.array(
    z.object({
      competency: z.string(),
      name: LocalTextSchema,
      level: z.string(),
      levelName: LocalTextSchema,
    }),
  ),
  /** The plan with the person, who may be trained as everybody. */
  plan: PlanResultSchema,
  /** What the plan without costs more; null where one of the two does not exist. */
  saved: z.number().nullable(),
  savedHours: z.number().nullable(),
  warnings: z.array(PlanWarningSchema),
});
export type CandidateResult = z.infer<typeof CandidateResultSchema>;

const studyShape = {
  studyId: z.string(),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
  ...runShape,
  ...madeOfShape,
};

/** A study is kept for thirty days. What it has found so far is told while it goes on. */
export const StudySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('curve'),
    ...studyShape,
    request: CurveRequestSchema,
    points: z.array(CurvePointSchema),
  }),
  z.object({
    kind: z.literal('comparison'),
    ...studyShape,
    request: CompareRequestSchema,
    scenarios: z.array(ScenarioResultSchema),
  }),
  z.object({
    kind: z.literal('candidates'),
    ...studyShape,
    request: CandidateRequestSchema,
    /** The plan without anybody new. */
    without: PlanResultSchema.nullable(),
    candidates: z.array(CandidateResultSchema),
  }),
]);
export type StudyView = z.infer<typeof StudySchema>;
