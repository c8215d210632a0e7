import { z } from 'zod';
import { LEVEL_CAUSES } from '../domain/change-log/level-changes.ts';
import { CHANGE_CAUSES, SKILL_CHANGES } from '../domain/change-log/skill-changes.ts';
import { addDays, formatDay, parseDay } from '../domain/time/day.ts';
import { periodOf } from '../domain/time/periods.ts';
import { AnswerQuerySchema, AsOfSchema, DaySchema, LocaleSchema, LocalTextSchema } from './common.ts';
import { OutcomeSchema, ReasonSchema } from './explanation.ts';
import { pageSchema } from './list-query.ts';
import { SkillsReportRowSchema } from './skills-report.ts';

/** Columns of the file, in their fixed order. */
export const CHANGE_COLUMNS = [
  'change',
  'firstName',
  'lastName',
  'workEmail',
  'skillId',
  'skillTitle',
  'achievedOn',
  'cause',
  'relevantFor',
] as const;
export type ChangeColumn = (typeof CHANGE_COLUMNS)[number];

/** One skill of one person that is another than it was; the row is that of the later report, or of the earlier where it is gone. */
const SkillChangeSchema = z.object({
  ...SkillsReportRowSchema.pick({
    id: true,
    userId: true,
    recordId: true,
    firstName: true,
    lastName: true,
    workEmail: true,
    skillId: true,
    skillTitle: true,
    achievedOn: true,
    relevantFor: true,
  }).shape,
  change: z.enum(SKILL_CHANGES),
  cause: z.enum(CHANGE_CAUSES),
  /** Why it does not count now; of one that counts again, why it did not. */
  reason: ReasonSchema.nullable(),
});
export type SkillChangeView = z.infer<typeof SkillChangeSchema>;

const NamedLevelSchema = z.object({ level: z.string(), name: LocalTextSchema, rank: z.number() });

const LevelChangeSchema = z.object({
  competency: z.string(),
  name: LocalTextSchema,
  /** The highest level attained; null when none. */
  before: NamedLevelSchema.nullable(),
  after: NamedLevelSchema.nullable(),
  causes: z.array(z.enum(LEVEL_CAUSES)),
  /** Skills among the changes that are relevant for the competency, and that count newly or no longer. */
  gained: z.number().int(),
  lost: z.number().int(),
});
export type LevelChangeView = z.infer<typeof LevelChangeSchema>;

const OptionStateSchema = z.object({
  outcome: OutcomeSchema,
  /** People missing. */
  people: z.number().int(),
  /** Of an option that is judged by them. */
  points: z.number().nullable(),
});

const OptionChangeSchema = z.object({
  competency: z.string(),
  name: LocalTextSchema,
  option: z.string().nullable(),
  optionName: LocalTextSchema.nullable(),
  level: z.string(),
  levelName: LocalTextSchema,
  /** Null on a day on which the option did not exist, or exists no longer. */
  before: OptionStateSchema.nullable(),
  after: OptionStateSchema.nullable(),
  causes: z.array(z.enum(LEVEL_CAUSES)),
});
export type OptionChangeView = z.infer<typeof OptionChangeSchema>;

/** The day, `YYYY-MM-DD`, so many days earlier. */
export function daysBefore(day: string, days: number): string {
  return formatDay(addDays(parseDay(day)!, -days));
}

/** The last Monday before the day; on a Monday that of the week before. */
export function mondayBefore(day: string): string {
  return formatDay(periodOf(addDays(parseDay(day)!, -1), 'weekly'));
}

/**
 * What was known at the end of `since` about that day is compared with what is known about the day of the question (`asOf`,
 * `knownAt`).
 */
export const ChangesQuerySchema = z.strictObject({
  ...AnswerQuerySchema.shape,
  /** A day before that of the question; without it the last Monday before. */
  since: DaySchema.optional(),
  change: z.enum(SKILL_CHANGES).optional(),
  /** Only skills that are relevant for this competency. */
  competency: z.string().optional(),
  search: z.string().max(200).optional(),
  format: z.enum(['json', 'csv', 'tsv', 'xlsx']).optional(),
  lang: LocaleSchema.optional(),
  ...pageSchema(10_000),
});
export type ChangesQuery = z.infer<typeof ChangesQuerySchema>;

export const ChangesSchema = z.object({
  value: z.array(SkillChangeSchema),
  nextLink: z.string().nullable().optional(),
  /** After filtering, and before. */
  count: z.number(),
  total: z.number(),
  /** Before filtering. */
  counts: z.record(z.enum(SKILL_CHANGES), z.number()),
  levels: z.array(LevelChangeSchema),
  options: z.array(OptionChangeSchema),
  since: DaySchema,
  asOf: AsOfSchema,
  programme: z.string(),
  /** Of the rules by which both days are judged. */
  catalogueVersion: z.string(),
});
export type Changes = z.infer<typeof ChangesSchema>;
