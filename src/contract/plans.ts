/** Plans of training: what is asked, how far the work is, what was found, and the plans of a company. */
import { z } from 'zod';
import {
  INFEASIBLE_CODES,
  MOST_TARGETS,
  PLAN_STATUSES,
  PLAN_WARNING_CODES,
} from '../domain/planning/plan-codes.ts';
import { AsOfSchema, DaySchema, LocaleSchema, LocalTextSchema, NamedThingSchema } from './common.ts';
import { OutcomeSchema, PersonRefSchema } from './explanation.ts';
import { pageSchema } from './list-query.ts';
import { ScenarioChangesSchema } from './plan-scenarios.ts';
import { AdoptionSchema } from './training-assignments.ts';

/** Seconds that a plan may take at most, and when nothing is asked. */
export const MOST_PLAN_SECONDS = 60;
export const USUAL_PLAN_SECONDS = 5;
/** So many departures at most. */
export const MOST_SURVIVE = 5;

const MOST_PEOPLE = 5_000;
const MoneySchema = z.number().min(0).max(1e9);
const HoursSchema = z.number().min(0).max(1e5);
const SkillIdSchema = z.string().min(1).max(300);
const PersonIdSchema = z.string().min(1).max(100);

/** One option of a level, or (null) whichever option of it is cheapest. */
export const PlanTargetSchema = z.strictObject({
  competency: z.string().min(1).max(100),
  level: z.string().min(1).max(100),
  option: z.string().min(1).max(100).nullable().optional(),
});
export type PlanTargetView = z.infer<typeof PlanTargetSchema>;

const CostSchema = z.strictObject({ money: MoneySchema.optional(), hours: HoursSchema.optional() });

const WishesSchema = z.strictObject({
  /** Hours of training at most. */
  maxHours: HoursSchema.nullable().optional(),
  /** Not to be trained; what the person holds still counts. */
  exclude: z.boolean().optional(),
  /** Of each attempt, where the question has a confidence; that of everybody when absent. */
  successProbability: z.number().min(0).max(1).optional(),
  /** Skills that this person shall achieve, whatever else is planned. */
  pinned: z.array(SkillIdSchema).max(20).optional(),
  /** Skills that somebody else shall achieve, if anybody. */
  barred: z.array(SkillIdSchema).max(50).optional(),
});
export type PlanWishes = z.infer<typeof WishesSchema>;

const CURRENCY = /^[A-Z]{3}$/;

/** What a plan is asked for. Ids of people are those of users, or of people who join in `changes`. */
export const PlanQuestionSchema = z.strictObject({
  /** The first programme of the company when absent. */
  programme: z.string().min(1).max(100).optional(),
  targets: z.array(PlanTargetSchema).min(1).max(MOST_TARGETS),
  /** The day on which the targets must be met; all actions are done by then. */
  by: DaySchema,
  /** The targets stay met whoever so many people leave. */
  survive: z.number().int().min(0).max(MOST_SURVIVE).optional(),
  /** Money at most; null or absent: no limit. */
  budget: MoneySchema.nullable().optional(),
  /** The targets are met with at least this probability, by the success of each person. */
  confidence: z.number().min(0).max(1).nullable().optional(),
  /** Of each attempt of whoever has none of the own; 1 when absent. */
  successProbability: z.number().min(0).max(1).optional(),
  /** Skill id, `renewal:` and a skill id, or `default` → cost of achieving it. */
  costs: z.record(z.string().max(310), CostSchema).optional(),
  /** ISO 4217; only told back and written into files. */
  currency: z.string().regex(CURRENCY).optional(),
  people: z
    .record(PersonIdSchema, WishesSchema)
    .refine((people) => Object.keys(people).length <= MOST_PEOPLE)
    .optional(),
  /** What is supposed of the company besides what is known; nothing of it is written. */
  changes: ScenarioChangesSchema.optional(),
});
export type PlanQuestionView = z.infer<typeof PlanQuestionSchema>;

const SecondsSchema = z.number().min(0.1).max(MOST_PLAN_SECONDS);

export const MakePlanRequestSchema = z.strictObject({
  question: PlanQuestionSchema,
  /** Of the list of plans; null or absent: it is told by its targets. */
  name: z.string().trim().min(1).max(200).nullable().optional(),
  /** In the list of plans. Otherwise it is forgotten after a day, unless it is adopted. Absent: yes. */
  keep: z.boolean().optional(),
  /** After which the best plan found is told. */
  seconds: SecondsSchema.optional(),
});
export type MakePlanRequest = z.infer<typeof MakePlanRequestSchema>;

/** `stopped`: by a person; a plan that was found by then is told all the same. */
const RUN_STATES = ['queued', 'running', 'done', 'stopped', 'failed'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** Why the work came to no answer. */
export const RUN_FAILURES = ['interrupted', 'facts-refused', 'question-refused', 'error'] as const;

/** How far the work is. */
export const RunProgressSchema = z.object({
  phase: z.enum(['waiting', 'loading', 'preparing', 'solving', 'proving', 'explaining']),
  /** Money of the best plan found so far. */
  best: z.number().nullable(),
  /** No plan costs less than this. */
  bound: z.number().nullable(),
  /** Questions answered, of how many: of one plan 0 or 1 of 1. */
  done: z.number().int(),
  total: z.number().int(),
  /** Seconds since the work began. */
  elapsed: z.number(),
});
export type RunProgress = z.infer<typeof RunProgressSchema>;

const RunFailureSchema = z.object({
  code: z.enum(RUN_FAILURES),
  /** The field of the question, or of the facts, that is to blame. */
  field: z.string().nullable(),
});
export type RunFailure = z.infer<typeof RunFailureSchema>;

/** What every piece of long work tells; what it found stands beside it. */
export const runShape = {
  state: z.enum(RUN_STATES),
  progress: RunProgressSchema.nullable(),
  failure: RunFailureSchema.nullable(),
};

const ServesSchema = z.object({
  competency: z.string(),
  level: z.string(),
  option: z.string().nullable(),
  /** The group of people, where the rules name it. */
  group: z.string().nullable(),
});

export const NextBestSchema = z.object({
  /** Who would do instead; null: nobody, or nobody is known. */
  person: z.string().nullable(),
  /** What the plan without this action would cost more; null: there is none, or it is not known. */
  more: z.number().nullable(),
});
export type NextBestView = z.infer<typeof NextBestSchema>;

const PlanActionSchema = z.object({
  person: z.string(),
  skill: z.string(),
  cost: z.number(),
  hours: z.number(),
  /** The person held it and it expires, or has expired. */
  renewal: z.boolean(),
  /** Asked for by the question. */
  pinned: z.boolean(),
  /** Seats that the person fills with it; of a prerequisite those of what it leads to. */
  serves: z.array(ServesSchema),
  /** Records of the person that count for the same seats. */
  with: z.array(z.object({ record: z.string(), skill: z.string() })),
  /** Null until it has been asked for. */
  nextBest: NextBestSchema.nullable(),
});
export type PlanActionView = z.infer<typeof PlanActionSchema>;

const PlainRequirementSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('performance'),
    metric: z.string(),
    need: z.number(),
    outcome: OutcomeSchema,
  }),
  z.object({ kind: z.literal('asset'), asset: z.string(), outcome: OutcomeSchema }),
  z.object({
    kind: z.literal('asset-count'),
    anyOf: z.array(z.string()),
    need: z.number(),
    outcome: OutcomeSchema,
  }),
  z.object({
    kind: z.literal('attained'),
    anyOf: z.array(z.object({ competency: z.string(), level: z.string() })),
  }),
  z.object({ kind: z.literal('score'), need: z.number(), below: z.number().nullable() }),
  z.object({
    kind: z.enum(['people', 'percent-of-staff']),
    groups: z.array(z.string()),
    need: z.number(),
    possible: z.number(),
    skills: z.array(z.string()),
  }),
]);
export type PlainRequirementView = z.infer<typeof PlainRequirementSchema>;

const ObstacleSchema = z.object({
  code: z.enum(INFEASIBLE_CODES),
  competency: z.string(),
  level: z.string(),
  option: z.string().nullable(),
  requirement: PlainRequirementSchema.nullable(),
  /** Skills that retire before the day, if these are what is missing. */
  skills: z.array(z.string()).optional(),
});
export type PlanObstacleView = z.infer<typeof ObstacleSchema>;

const PlanReasonSchema = ObstacleSchema.extend({
  atAnyPrice: z.boolean(),
  /** Money of the cheapest plan without the limit in the way; null when there is none. */
  cheapest: z.number().nullable(),
  options: z.array(ObstacleSchema),
});
export type PlanReasonView = z.infer<typeof PlanReasonSchema>;

export const PlanWarningSchema = z.object({
  code: z.enum(PLAN_WARNING_CODES),
  /** The field, skill or person that it is about. */
  about: z.string().nullable(),
});

export const PlanResultSchema = z.object({
  status: z.enum(PLAN_STATUSES),
  /** Money; null when there is no plan. */
  cost: z.number().nullable(),
  hours: z.number().nullable(),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  /** How likely the targets are met, and stay so whoever leaves; null without a confidence. */
  chance: z.number().nullable(),
  /** By person, then by skill. */
  actions: z.array(PlanActionSchema),
  /** What must stay as the facts say and training cannot bring. */
  conditions: z.array(
    z.object({
      competency: z.string(),
      level: z.string(),
      option: z.string().nullable(),
      requirement: PlainRequirementSchema,
    }),
  ),
  reason: PlanReasonSchema.nullable(),
  warnings: z.array(PlanWarningSchema),
});
export type PlanResultView = z.infer<typeof PlanResultSchema>;

/** Skills that an answer mentions, by id. */
const NamedSkillsSchema = z.record(
  z.string(),
  z.object({ title: z.string(), kind: z.string(), code: z.string() }),
);

/** What a plan or a study was made of, so that it can be made again. */
export const madeOfShape = {
  programme: NamedThingSchema,
  catalogueVersion: z.string(),
  asOf: AsOfSchema,
  /** The version of the company's facts that was read; greater is later. */
  factsVersion: z.number().int(),
  /** The facts, or the rules, are other ones today. */
  outdated: z.boolean(),
  currency: z.string(),
  /** Names of everybody that is mentioned, people who are supposed to join among them. */
  people: z.record(z.string(), PersonRefSchema),
  skills: NamedSkillsSchema,
};

export const PlanSchema = z.object({
  planId: z.string(),
  name: z.string().nullable(),
  kept: z.boolean(),
  createdAt: z.string(),
  /** Null without the right to names, and when it was a machine. */
  createdBy: z.string().nullable(),
  /** The plan of which this is a later one. */
  rerunOf: z.string().nullable(),
  ...runShape,
  /** As it was asked, with nothing added. */
  question: PlanQuestionSchema,
  ...madeOfShape,
  /** The targets with their names, in the order of the question. */
  targets: z.array(
    PlanTargetSchema.extend({
      option: z.string().nullable(),
      name: LocalTextSchema,
      levelName: LocalTextSchema,
      optionName: LocalTextSchema.nullable(),
    }),
  ),
  result: PlanResultSchema.nullable(),
  adoption: AdoptionSchema.nullable(),
});
export type PlanView = z.infer<typeof PlanSchema>;

export const PlansQuerySchema = z.strictObject({
  show: z.enum(['all', 'adopted', 'open']).optional(),
  programme: z.string().max(100).optional(),
  ...pageSchema(200),
});

const PlanSummarySchema = z.object({
  ...PlanSchema.pick({
    planId: true,
    name: true,
    createdAt: true,
    createdBy: true,
    state: true,
    programme: true,
    targets: true,
    currency: true,
    outdated: true,
  }).shape,
  by: DaySchema,
  survive: z.number().int(),
  /** It supposes changes. */
  supposes: z.boolean(),
  status: z.enum(PLAN_STATUSES).nullable(),
  cost: z.number().nullable(),
  hours: z.number().nullable(),
  /** People who are to be trained. */
  people: z.number().int(),
  actions: z.number().int(),
  adoption: AdoptionSchema.pick({ at: true, by: true, endedAt: true, counts: true }).nullable(),
});
export type PlanSummary = z.infer<typeof PlanSummarySchema>;

/** The newest first. */
export const PlanListSchema = z.object({
  value: z.array(PlanSummarySchema),
  nextLink: z.string().nullable().optional(),
  count: z.number(),
});
export type PlanList = z.infer<typeof PlanListSchema>;

export const RerunPlanRequestSchema = z.strictObject({ seconds: SecondsSchema.optional() });

export const PLAN_FILE_FORMATS = ['xlsx', 'csv', 'tsv', 'pdf'] as const;
export const PlanFileQuerySchema = z.strictObject({
  format: z.enum(PLAN_FILE_FORMATS),
  lang: LocaleSchema.optional(),
});

/** Which action of the plan somebody else should do. */
export const NextBestQuerySchema = z.strictObject({ person: PersonIdSchema, skill: SkillIdSchema });
