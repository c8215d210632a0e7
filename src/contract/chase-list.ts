import { z } from 'zod';
import type { FieldKind } from '../domain/list-filter/list-filter.ts';
import {
  AnswerQuerySchema,
  AsOfSchema,
  DaySchema,
  LocaleSchema,
  type LocalText,
  LocalTextSchema,
} from './common.ts';
import { filterSchema, orderbySchema, pageSchema } from './list-query.ts';

/** Columns of the file, in their fixed order. */
export const CHASE_COLUMNS = [
  'firstName',
  'lastName',
  'workEmail',
  'mcid',
  'associatedInPmc',
  'associatedInPartnerCenter',
  'pmcSince',
  'relevant',
  'skills',
  'levelsLost',
  'skillsLost',
  'lostOn',
  'remindedAt',
] as const;
export type ChaseColumn = (typeof CHASE_COLUMNS)[number];

/** Files are written with plain apostrophes, screens with those of the language. */
export const CHASE_HEADERS: Readonly<Record<ChaseColumn, LocalText>> = {
  firstName: { en: 'First name', fr: 'Prénom' },
  lastName: { en: 'Last name', fr: 'Nom' },
  workEmail: { en: 'Work e-mail', fr: 'E-mail professionnel' },
  mcid: { en: 'MCID', fr: 'MCID' },
  associatedInPmc: { en: 'Associated in PMC', fr: 'Associée au PMC' },
  associatedInPartnerCenter: { en: 'Associated in Partner Center', fr: "Associée à l'Espace partenaires" },
  pmcSince: { en: 'Associated in PMC since', fr: 'Associée au PMC depuis' },
  relevant: { en: 'Relevant skill valid today', fr: "Qualification pertinente valide aujourd'hui" },
  skills: { en: 'Relevant skills', fr: 'Qualifications pertinentes' },
  levelsLost: { en: 'Levels lost', fr: 'Niveaux perdus' },
  skillsLost: { en: 'Skills that stop counting', fr: "Qualifications qui cessent d'être prises en compte" },
  lostOn: { en: 'From', fr: 'À partir du' },
  remindedAt: { en: 'Last reminder', fr: 'Dernière relance' },
};

const LevelSchema = z.object({
  competency: z.string(),
  name: LocalTextSchema,
  level: z.string(),
  levelName: LocalTextSchema,
});
export type LostLevel = z.infer<typeof LevelSchema>;

const ChaseRowSchema = z.object({
  userId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  workEmail: z.string(),
  /** Accounts that are associated in PMC and not in Partner Center. */
  accounts: z.array(z.object({ provider: z.string(), accountId: z.string(), since: DaySchema })),
  /** The person holds at least one relevant skill that is valid on the day; the others form the second group. */
  relevant: z.boolean(),
  /** Ids of those skills. */
  skills: z.array(z.string()),
  /** Levels lost if this person alone does not associate again. */
  levelsLost: z.array(LevelSchema),
  /** Skills of the person that then stop counting. */
  skillsLost: z.array(z.string()),
  /** First day without them; null while the company is in PMC. */
  lostOn: DaySchema.nullable(),
  remindedAt: z.string().nullable(),
  /** First day on which the person may be reminded; null when today. */
  nextReminderOn: DaySchema.nullable(),
});
export type ChaseRow = z.infer<typeof ChaseRowSchema>;

/** Those of the accounts that are known by an MCID. */
export function mcidsOf({ accounts }: ChaseRow): string[] {
  return accounts
    .filter(({ provider }) => provider === 'microsoft-learning')
    .map(({ accountId }) => accountId);
}

export const CHASE_FILTER_FIELDS = {
  firstName: 'text',
  lastName: 'text',
  workEmail: 'text',
  relevant: 'boolean',
  /** How many. */
  levelsLost: 'number',
  skillsLost: 'number',
  skills: 'number',
} as const satisfies Readonly<Record<string, FieldKind>>;

export const CHASE_SORT_FIELDS = [
  'firstName',
  'lastName',
  'workEmail',
  'levelsLost',
  'skillsLost',
  'skills',
  'pmcSince',
  'remindedAt',
] as const;

export const ChaseListQuerySchema = z.strictObject({
  ...AnswerQuerySchema.shape,
  format: z.enum(['json', 'csv', 'tsv', 'xlsx']).optional(),
  lang: LocaleSchema.optional(),
  search: z.string().max(200).optional(),
  /** The first group alone, or the second. */
  relevant: z.enum(['yes', 'no']).optional(),
  filter: filterSchema(CHASE_FILTER_FIELDS).optional(),
  orderby: orderbySchema(CHASE_SORT_FIELDS).optional(),
  ...pageSchema(10_000),
});
export type ChaseListQuery = z.infer<typeof ChaseListQuerySchema>;

export const ChaseListSchema = z.object({
  value: z.array(ChaseRowSchema),
  nextLink: z.string().nullable().optional(),
  /** `not-from-pmc` for a company that never was there. */
  code: z.string().optional(),
  count: z.number(),
  total: z.number(),
  pmc: z.object({
    movedOn: DaySchema.nullable(),
    /** First day on which associations made in PMC no longer count; null while the company is in PMC. */
    windowEndsOn: DaySchema.nullable(),
    /** That day is over. */
    over: z.boolean(),
    /** People of the first group. */
    people: z.number(),
    /** Levels lost if nobody acts. */
    levelsLost: z.array(LevelSchema),
  }),
  asOf: AsOfSchema,
  programme: z.string(),
  catalogueVersion: z.string(),
});
export type ChaseList = z.infer<typeof ChaseListSchema>;
