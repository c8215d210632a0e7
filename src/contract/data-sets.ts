import { z } from 'zod';
import type { FieldKind } from '../domain/list-filter/list-filter.ts';
import { AnswerQuerySchema, AsOfSchema, LocaleSchema } from './common.ts';

/** Names as the vendor published them, misspelling and all: other programs look for these very names. */
export const DATA_SET_NAMES = [
  'TrainingCompletions',
  'CompetencySummaryHistory',
  'CompetencyPeformanceRequirement',
] as const;
export type DataSetName = (typeof DATA_SET_NAMES)[number];

export interface DataSetColumn {
  readonly name: string;
  readonly kind: Extract<FieldKind, 'text' | 'day' | 'number'>;
  /** Only for readers who may see personal data, and only in what is downloaded unless it is asked for. */
  readonly personal?: true;
}

/** In the order in which they were published; columns of the download come last. */
export const DATA_SET_COLUMNS: Readonly<Record<DataSetName, readonly DataSetColumn[]>> = {
  TrainingCompletions: [
    { name: 'TrainingActivityId', kind: 'text' },
    { name: 'TrainingTitle', kind: 'text' },
    { name: 'TrainingType', kind: 'text' },
    { name: 'AADUserId', kind: 'text' },
    { name: 'TrainingCompletionDate', kind: 'day' },
    { name: 'Month', kind: 'text' },
    { name: 'IcMCP', kind: 'number' },
    { name: 'MCPID', kind: 'text' },
    { name: 'MPNId', kind: 'text' },
    { name: 'PartnerName', kind: 'text' },
    { name: 'PartnerCityLocation', kind: 'text' },
    { name: 'PartnerCountryLocation', kind: 'text' },
    { name: 'IndividualFirstName', kind: 'text', personal: true },
    { name: 'IndividualLastName', kind: 'text', personal: true },
    { name: 'Email', kind: 'text', personal: true },
    { name: 'CorpEmail', kind: 'text', personal: true },
    { name: 'ExpirationDate', kind: 'day', personal: true },
    { name: 'ActivationStatus', kind: 'text', personal: true },
  ],
  CompetencySummaryHistory: [
    { name: 'CompetencyName', kind: 'text' },
    { name: 'CompetencyLevel', kind: 'text' },
    { name: 'CompetencyStatus', kind: 'text' },
    { name: 'CompetencyStartDate', kind: 'day' },
    { name: 'CompetencyEndDate', kind: 'day' },
  ],
  CompetencyPeformanceRequirement: [
    { name: 'CompetencyName', kind: 'text' },
    { name: 'CompetencyAttainmentOptionName', kind: 'text' },
    { name: 'Month', kind: 'text' },
    { name: 'MetricName', kind: 'text' },
    { name: 'MetricMonthlyContribution', kind: 'number' },
    { name: 'TTMAggregate', kind: 'number' },
    { name: 'AnniversaryYearAggregate', kind: 'number' },
    { name: 'GoldThreshold', kind: 'number' },
    { name: 'SilverThreshold', kind: 'number' },
  ],
};

/** Every name of a column of some data set: a choice of columns or an order is held against those of the one asked for. */
const NAME_LIST = z.string().max(800);

export const DataSetQuerySchema = z.strictObject({
  ...AnswerQuerySchema.shape,
  format: z.enum(['json', 'csv', 'tsv', 'xlsx']).optional(),
  /** Of names of competencies and metrics, which were published in English (the default). */
  lang: LocaleSchema.optional(),
  search: z.string().max(200).optional(),
  filter: z
    .string()
    .max(2_000)
    .optional()
    .meta({ description: 'Conditions on the columns, as in every list' }),
  orderby: NAME_LIST.optional().meta({ description: 'Columns, each with an optional desc' }),
  columns: NAME_LIST.optional().meta({
    description: 'Some of the columns; without it those of the data set',
  }),
  top: z.coerce.number().int().min(1).max(10_000).optional(),
  skip: z.coerce.number().int().min(0).optional(),
});
export type DataSetQuery = z.infer<typeof DataSetQuerySchema>;

const CellSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const DataSetSchema = z.object({
  value: z.array(z.record(z.string(), CellSchema)),
  nextLink: z.string().nullable().optional(),
  /** Rows after filtering, and before. */
  count: z.number(),
  total: z.number(),
  columns: z.array(z.string()),
  asOf: AsOfSchema,
  programme: z.string(),
  catalogueVersion: z.string(),
});
export type DataSet = z.infer<typeof DataSetSchema>;
