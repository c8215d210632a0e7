/** The competency performance report: each metric and requirement of each option against the thresholds of the levels. */
import { z } from 'zod';
import {
  AnswerQuerySchema,
  AsOfSchema,
  LocaleSchema,
  LocalTextSchema,
  MonthSchema,
  NamedThingSchema,
} from './common.ts';
import {
  OutcomeSchema,
  PERFORMANCE_WINDOWS,
  PersonRefSchema,
  PredicateViewSchema,
  RecordRefSchema,
} from './explanation.ts';
import { pageSchema } from './list-query.ts';
import { LevelChangeSchema, LevelStateSchema } from './memberships.ts';

/** What a line rests on: people's skills, figures of the company, points, or something else that the company has. */
export const LINE_BASES = ['skills', 'performance', 'score', 'company'] as const;
export type LineBasis = (typeof LINE_BASES)[number];

const LevelNeedSchema = z.object({
  level: z.string(),
  need: z.number(),
  outcome: OutcomeSchema,
  shortfall: z.number(),
});

const PerformanceLineSchema = z.object({
  /** Names the line within its competency, on every day on which the rule is the same. */
  id: z.string(),
  competency: z.string(),
  name: LocalTextSchema,
  option: z.string().nullable(),
  /** Null of the only way of its time, which has no name. */
  optionName: LocalTextSchema.nullable(),
  basis: z.enum(LINE_BASES),
  /** The metric or the requirement in words. */
  title: LocalTextSchema,
  unit: LocalTextSchema.nullable(),
  /** Of a figure: which, and revenue, active usage and so on. */
  metric: z.string().nullable(),
  metricKind: z.string().nullable(),
  window: z.enum(PERFORMANCE_WINDOWS).nullable(),
  /** Another requirement may take its place. */
  oneOf: z.boolean(),
  /** Points that can be earned, of a line of a score. */
  max: z.number().nullable(),
  /** What is there on the day, as the rule measures it; null when nothing is known of it. */
  have: z.number().nullable(),
  /**
   * What the twelve complete months before the day have contributed; of people how many more or fewer they are, with
   * the days since.
   */
  trailing: z.number().nullable(),
  /** The same since the year of the membership began; null also where there is none. */
  anniversaryYear: z.number().nullable(),
  levels: z.array(LevelNeedSchema),
});
export type PerformanceLine = z.infer<typeof PerformanceLineSchema>;

const LineMonthSchema = z.object({
  month: MonthSchema,
  /** The day is in it: it goes to the end of that day only. */
  complete: z.boolean(),
  /** What the month has added; null when nothing was reported. */
  contribution: z.number().nullable(),
  /** What there is at the end of the month: people, or the sum of the twelve months that end with it. */
  trailing: z.number().nullable(),
  /** People, or the sum since the year of the membership began. */
  anniversaryYear: z.number().nullable(),
  /** By level, what the rules of the month ask for. */
  thresholds: z.record(z.string(), z.number()),
});
export type LineMonth = z.infer<typeof LineMonthSchema>;

const WindowsShape = {
  /** First months of the two windows; both go on to the day. The second is null where there is no membership. */
  windows: z.object({ trailing: MonthSchema, anniversaryYear: MonthSchema.nullable() }),
};

/** Which rows a file holds: the lines, or their months. */
const PERFORMANCE_PARTS = ['lines', 'months'] as const;

export const PerformanceReportQuerySchema = z.strictObject({
  ...AnswerQuerySchema.shape,
  competency: z.string().optional(),
  basis: z.enum(LINE_BASES).optional(),
  /** Only lines that some level lacks, or of which it is not known. */
  open: z.enum(['yes']).optional(),
  search: z.string().max(200).optional(),
  format: z.enum(['json', 'csv', 'tsv', 'xlsx']).optional(),
  part: z.enum(PERFORMANCE_PARTS).optional(),
  lang: LocaleSchema.optional(),
});
export type PerformanceReportQuery = z.infer<typeof PerformanceReportQuerySchema>;

const HistoryChangeSchema = LevelChangeSchema.extend({ competency: z.string(), name: LocalTextSchema });
export type HistoryChange = z.infer<typeof HistoryChangeSchema>;

export const PerformanceReportSchema = z.object({
  value: z.array(PerformanceLineSchema),
  count: z.number(),
  total: z.number(),
  /** The levels of the programme, from the lowest up. */
  ranks: z.array(NamedThingSchema),
  /** The state of every level that is begun, met, held or was held. */
  levels: z.array(LevelStateSchema),
  /** Every change of a level in the last years, the latest first. */
  history: z.array(HistoryChangeSchema),
  ...WindowsShape,
  asOf: AsOfSchema,
  programme: z.string(),
  catalogueVersion: z.string(),
});
export type PerformanceReport = z.infer<typeof PerformanceReportSchema>;

export const PerformanceLineQuerySchema = z.strictObject({
  ...AnswerQuerySchema.shape,
  ...pageSchema(1_000),
});

/** A reported figure that counts for the line. */
const ReportedValueSchema = z.object({
  month: MonthSchema,
  value: z.number(),
  association: LocalTextSchema.nullable(),
  /** Null: it counts for every competency. */
  competency: LocalTextSchema.nullable(),
});

export const PerformanceLineDetailSchema = z.object({
  line: PerformanceLineSchema,
  ranks: z.array(NamedThingSchema),
  /** What one person must hold, of a line about people. */
  predicate: PredicateViewSchema.nullable(),
  /** Ascending; none where there is nothing to tell by month. */
  months: z.array(LineMonthSchema),
  /** The people who satisfy it on the day, with the records by which they do: a page of them. */
  value: z.array(z.object({ person: PersonRefSchema, records: z.array(RecordRefSchema) })),
  count: z.number(),
  nextLink: z.string().nullable().optional(),
  /** What was reported in the months, of a figure. */
  reported: z.array(ReportedValueSchema),
  ...WindowsShape,
  asOf: AsOfSchema,
  programme: z.string(),
  catalogueVersion: z.string(),
});
export type PerformanceLineDetail = z.infer<typeof PerformanceLineDetailSchema>;
