import { z } from 'zod';
import { formatMonth, type Month, monthOf, parseDay, parseMonth } from '../domain/time/day.ts';
import { TRAINING_KINDS } from '../domain/training/training-kinds.ts';
import { AnswerQuerySchema, AsOfSchema, DaySchema, LocaleSchema, MonthSchema } from './common.ts';
import { PersonRefSchema } from './explanation.ts';
import { orderbySchema, pageSchema } from './list-query.ts';

export { TRAINING_KINDS };

export const TRAINING_SPANS = [3, 6, 12] as const;

/** Longer spans are no longer read month by month. */
export const MOST_TRAINING_MONTHS = 120;

/** The last so many months, that of the day among them. */
export function lastMonths(day: string, months: number): { readonly from: string; readonly to: string } {
  const to = monthOf(parseDay(day)!);
  return { from: formatMonth((to - months + 1) as Month), to: formatMonth(to) };
}

/** Whether the months are in order and not too many. */
export function isTrainingSpan({ from, to }: { readonly from: string; readonly to: string }): boolean {
  const months = (parseMonth(to) ?? 0) - (parseMonth(from) ?? 0) + 1;
  return months >= 1 && months <= MOST_TRAINING_MONTHS;
}

const SPAN = {
  ...AnswerQuerySchema.shape,
  /** First and last month; without them the last twelve of the day of the question. */
  from: MonthSchema.optional(),
  to: MonthSchema.optional(),
  format: z.enum(['json', 'csv', 'tsv', 'xlsx']).optional(),
  lang: LocaleSchema.optional(),
};

const ROWS = {
  ...SPAN,
  kind: z.enum(TRAINING_KINDS).optional(),
  search: z.string().max(200).optional(),
  ...pageSchema(1_000),
};

export const TrainingQuerySchema = z.strictObject(SPAN);
export type TrainingQuery = z.infer<typeof TrainingQuerySchema>;

export const TrainingPeopleQuerySchema = z.strictObject({
  ...ROWS,
  orderby: orderbySchema(['person', 'certification', 'exam', 'assessment', 'latest'] as const).optional(),
});
export type TrainingPeopleQuery = z.infer<typeof TrainingPeopleQuerySchema>;

export const TrainingCompletionsQuerySchema = z.strictObject({
  ...ROWS,
  /** Only what was completed in this month. */
  month: MonthSchema.optional(),
  /** Only what this user completed. */
  user: z.string().optional(),
});
export type TrainingCompletionsQuery = z.infer<typeof TrainingCompletionsQuerySchema>;

const ByKindSchema = z.object({
  certification: z.number().int(),
  exam: z.number().int(),
  assessment: z.number().int(),
});

const ABOUT = {
  from: MonthSchema,
  to: MonthSchema,
  asOf: AsOfSchema,
  programme: z.string(),
  catalogueVersion: z.string(),
};

export const TrainingSchema = z.object({
  /** People with at least one completion of the kind. */
  individuals: ByKindSchema,
  completions: ByKindSchema,
  /** Every month of the span, the earliest first. */
  months: z.array(z.object({ month: MonthSchema, completions: ByKindSchema })),
  ...ABOUT,
});
export type Training = z.infer<typeof TrainingSchema>;

const TrainingPersonSchema = z.object({
  /** Without the right to personal data a stable id that says nothing. */
  person: PersonRefSchema,
  completions: ByKindSchema,
  latest: MonthSchema,
});
export type TrainingPerson = z.infer<typeof TrainingPersonSchema>;

const PAGE = { nextLink: z.string().nullable().optional(), count: z.number().int(), ...ABOUT };

export const TrainingPeopleSchema = z.object({ value: z.array(TrainingPersonSchema), ...PAGE });
export type TrainingPeople = z.infer<typeof TrainingPeopleSchema>;

const TrainingCompletionSchema = z.object({
  id: z.string(),
  person: PersonRefSchema,
  kind: z.enum(TRAINING_KINDS),
  skillId: z.string(),
  title: z.string(),
  completedOn: DaySchema,
});
export type TrainingCompletion = z.infer<typeof TrainingCompletionSchema>;

export const TrainingCompletionsSchema = z.object({ value: z.array(TrainingCompletionSchema), ...PAGE });
export type TrainingCompletions = z.infer<typeof TrainingCompletionsSchema>;
