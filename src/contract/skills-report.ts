import { z } from 'zod';
import type { FieldKind } from '../domain/list-filter/list-filter.ts';
import {
  AnswerQuerySchema,
  AsOfSchema,
  DaySchema,
  LocaleSchema,
  LocalTextSchema,
  MonthSchema,
} from './common.ts';
import { OutcomeSchema, ReasonSchema } from './explanation.ts';
import { filterSchema, namesSchema, orderbySchema, pageSchema } from './list-query.ts';

/** One row per user and skill; the file formats print the same rows with the headers of the column table. */
export const SkillsReportRowSchema = z.object({
  id: z.string(),
  userId: z.string(),
  recordId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  workEmail: z.string(),
  userStatus: z.enum(['active', 'disabled', 'left']),
  mcid: z.string(),
  provider: z.string(),
  skillType: z.string(),
  skillId: z.string(),
  skillTitle: z.string(),
  achievedOn: DaySchema,
  expiresOn: DaySchema.nullable(),
  retiredOn: DaySchema.nullable(),
  associatedInPmc: z.boolean(),
  associatedInPartnerCenter: z.boolean(),
  relevantFor: z.array(
    z.object({
      competency: z.string(),
      option: z.string().nullable(),
      name: LocalTextSchema,
      /** Null of the only way of its time, which has no name. */
      optionName: LocalTextSchema.nullable(),
    }),
  ),
  countsNow: z.boolean(),
  reason: ReasonSchema.nullable(),
});
export type SkillsReportRow = z.infer<typeof SkillsReportRowSchema>;

/** Column ids, in the fixed order of the files. */
export const SKILLS_REPORT_COLUMNS = [
  'firstName',
  'lastName',
  'workEmail',
  'userStatus',
  'mcid',
  'provider',
  'skillType',
  'skillId',
  'skillTitle',
  'achievedOn',
  'expiresOn',
  'retiredOn',
  'associatedInPmc',
  'associatedInPartnerCenter',
  'relevantFor',
  'countsNow',
  'reason',
] as const;
export type SkillsReportColumn = (typeof SKILLS_REPORT_COLUMNS)[number];

export const SKILLS_REPORT_FILTER_FIELDS = {
  firstName: 'text',
  lastName: 'text',
  workEmail: 'text',
  userStatus: 'text',
  mcid: 'text',
  provider: 'text',
  skillType: 'text',
  skillId: 'text',
  skillTitle: 'text',
  achievedOn: 'day',
  expiresOn: 'day',
  retiredOn: 'day',
  associatedInPmc: 'boolean',
  associatedInPartnerCenter: 'boolean',
  /** Ids of competencies. */
  relevantFor: 'texts',
  countsNow: 'boolean',
  /** Code of the reason. */
  reason: 'text',
} as const satisfies Readonly<Record<SkillsReportColumn, FieldKind>>;

/** Every filter of the page; the download takes the same, so that the file holds what is shown. */
export const SkillsReportQuerySchema = z.strictObject({
  ...AnswerQuerySchema.shape,
  format: z.enum(['json', 'csv', 'tsv', 'xlsx']).optional(),
  lang: LocaleSchema.optional(),
  search: z.string().max(200).optional(),
  competency: z.string().optional(),
  provider: z.string().optional(),
  skillType: z.string().optional(),
  userStatus: z.string().optional(),
  counts: z.enum(['yes', 'no']).optional(),
  reason: z.string().optional(),
  pmc: z.enum(['yes', 'no']).optional(),
  partnerCenter: z.enum(['yes', 'no']).optional(),
  /** Only rows whose skill expires within so many days of the as-of day. */
  expiresWithin: z.coerce.number().int().min(0).max(3660).optional(),
  /** Only rows that count and will stop in this month, `YYYY-MM`, within a year of the as-of day, for whatever reason. */
  stopsIn: MonthSchema.optional(),
  /** Only rows of this user. */
  user: z.string().optional(),
  /** Only rows of this skill, by its id. */
  skill: z.string().optional(),
  /** Skills that no option names, too. */
  all: z.enum(['true', 'false']).optional(),
  filter: filterSchema(SKILLS_REPORT_FILTER_FIELDS).optional(),
  orderby: orderbySchema(SKILLS_REPORT_COLUMNS).optional(),
  /** Choice of columns for a download. */
  columns: namesSchema(SKILLS_REPORT_COLUMNS).optional(),
  ...pageSchema(10_000),
});
export type SkillsReportQuery = z.infer<typeof SkillsReportQuerySchema>;

const PrerequisiteSchema = z.object({
  id: z.enum(['enrolled', 'role', 'people', 'associations']),
  met: z.boolean(),
  have: z.number().nullable(),
  of: z.number().nullable(),
  /** People to turn to, when somebody else must act. */
  holders: z.array(z.string()),
});

export const SkillsReportSchema = z.object({
  value: z.array(SkillsReportRowSchema),
  nextLink: z.string().nullable().optional(),
  /** `no-skills-data` when there is no row at all. */
  code: z.string().optional(),
  /** Why there is none: `created-here`, `nobody-associated-before-move`, `not-enrolled`, `no-records`. */
  cause: z.string().optional(),
  /** Rows after filtering, and before. */
  count: z.number(),
  total: z.number(),
  summary: z.object({
    people: z.number(),
    records: z.number(),
    counting: z.number(),
    notCounting: z.array(z.object({ reason: z.string(), count: z.number() })),
  }),
  facets: z.object({
    competencies: z.array(z.object({ id: z.string(), name: LocalTextSchema, count: z.number() })),
    providers: z.array(z.object({ id: z.string(), count: z.number() })),
    skillTypes: z.array(z.object({ id: z.string(), count: z.number() })),
  }),
  prerequisites: z.array(PrerequisiteSchema),
  /** Technical users of the company, and those without a row, with the cause. */
  technicalUsers: z.object({
    total: z.number(),
    present: z.number(),
    missing: z.array(z.object({ userId: z.string(), displayName: z.string(), cause: z.string() })),
  }),
  asOf: AsOfSchema,
  programme: z.string(),
  catalogueVersion: z.string(),
});
export type SkillsReport = z.infer<typeof SkillsReportSchema>;

/** The way of one record: achieved → received → associated → counted. */
export const RecordWaySchema = z.object({
  recordId: z.string(),
  /** The programme whose options are meant. */
  programme: z.string(),
  steps: z.array(
    z.object({
      step: z.enum(['achieved', 'received', 'associated', 'counted']),
      at: z.string().nullable(),
      done: z.boolean(),
      detail: z.string().nullable(),
    }),
  ),
  source: z.string(),
  certificateNumber: z.string().nullable(),
  options: z.array(
    z.object({
      competency: z.string(),
      option: z.string().nullable(),
      name: LocalTextSchema,
      /** Null of the only way of its time, which has no name. */
      optionName: LocalTextSchema.nullable(),
      reason: ReasonSchema.nullable(),
      /**
       * How the company stands in the option, for readers who may see that, with what is not known where that leaves
       * a level open.
       */
      levels: z.array(
        z.object({ level: z.string(), outcome: OutcomeSchema, unknown: z.array(LocalTextSchema) }),
      ),
    }),
  ),
});
export type RecordWay = z.infer<typeof RecordWaySchema>;
