/** The network counted: levels by state, skills that are missing, retirements ahead, and the companies behind each number. */
import { z } from 'zod';
import { LIFECYCLE_STATES } from '../domain/membership/lifecycle.ts';
import { DaySchema, LocalTextSchema, NamedThingSchema } from './common.ts';
import { pageSchema } from './list-query.ts';

/** `none`: companies that say no market. */
export const NETWORK_MARKETS = ['developed', 'developing', 'none'] as const;
export type NetworkMarket = (typeof NETWORK_MARKETS)[number];

const PART = {
  /** The one with most companies when absent. */
  programme: z.string().min(1).max(100).optional(),
  /** All when absent. */
  market: z.enum(NETWORK_MARKETS).optional(),
  /** ISO 3166-1, or `none`; all when absent. */
  country: z
    .string()
    .regex(/^(?:[A-Z]{2}|none)$/)
    .optional(),
};

export const NetworkViewQuerySchema = z.strictObject(PART);

const count = z.number().int();

const LevelCountsSchema = z.object({
  level: NamedThingSchema,
  /** Companies in each state. */
  states: z.object({
    started: count,
    qualified: count,
    active: count,
    'at-risk': count,
    'in-grace': count,
    lapsed: count,
  }),
});

const CountedSkillSchema = z.object({
  skill: z.string(),
  title: z.string(),
  /** Companies concerned, and levels of theirs: the level of each company once. */
  companies: count,
  levels: count,
  byLevel: z.array(z.object({ competency: NamedThingSchema, level: NamedThingSchema, companies: count })),
});

export const NetworkViewSchema = z.object({
  /** Null until everything has been counted once. */
  countedAt: z.string().nullable(),
  programmes: z.array(z.object({ programme: NamedThingSchema, companies: count })),
  /** Null while no company takes part in any. */
  counted: z
    .object({
      programme: NamedThingSchema,
      version: z.string(),
      markets: z.array(z.enum(NETWORK_MARKETS)),
      countries: z.array(z.string()),
      companies: count,
      competencies: z.array(z.object({ competency: NamedThingSchema, levels: z.array(LevelCountsSchema) })),
      /** Skills of which one more person would bring or keep a level, those that decide most levels first. */
      missing: z.array(CountedSkillSchema),
      /** How many such skills there are beside those listed. */
      missingMore: count,
      /** Companies so large that not every skill was tried. */
      notAllTried: count,
      /** Skills that will count no more; the next first. */
      retirements: z.array(
        CountedSkillSchema.extend({
          retiredOn: DaySchema,
          /** Last day on which records of it count. */
          countsThrough: DaySchema,
        }),
      ),
    })
    .nullable(),
});
export type NetworkView = z.infer<typeof NetworkViewSchema>;
export type NetworkCounted = NonNullable<NetworkView['counted']>;
export type CountedSkillView = NetworkCounted['missing'][number];

const NETWORK_MARK_LISTS = ['level', 'missing', 'retiring'] as const;

export const MarkedCompaniesQuerySchema = z
  .strictObject({
    ...PART,
    programme: z.string().min(1).max(100),
    list: z.enum(NETWORK_MARK_LISTS),
    /** Of `level`: both and the state. Of the others: both, for one level alone, or neither. */
    competency: z.string().min(1).max(100).optional(),
    level: z.string().min(1).max(100).optional(),
    state: z.enum(LIFECYCLE_STATES).optional(),
    /** Of `missing` and `retiring`. */
    skill: z.string().min(1).max(200).optional(),
    ...pageSchema(500),
  })
  .refine(({ competency, level }) => (competency === undefined) === (level === undefined), {
    path: ['level'],
    message: 'A competency and a level are named together.',
  })
  .refine(
    ({ list, competency, state }) => list !== 'level' || (competency !== undefined && state !== undefined),
    {
      path: ['state'],
      message: 'A list of levels names the competency, the level and the state.',
    },
  )
  .refine(({ list, skill }) => list === 'level' || skill !== undefined, {
    path: ['skill'],
    message: 'A list of skills names the skill.',
  });
export type MarkedCompaniesQuery = z.infer<typeof MarkedCompaniesQuerySchema>;

const MarkedLevelSchema = z.object({
  competency: z.string(),
  name: LocalTextSchema,
  level: z.string(),
  levelName: LocalTextSchema,
  state: z.enum(LIFECYCLE_STATES).nullable(),
  /** First day on which it is lost; of a retirement, by it alone. Null where none is known. */
  lostOn: DaySchema.nullable(),
  /** The anniversary of the membership that holds it. */
  anniversary: DaySchema.nullable(),
});

export const MarkedCompaniesSchema = z.object({
  value: z.array(
    z.object({
      partnerId: z.string(),
      partnerName: z.string(),
      market: z.enum(NETWORK_MARKETS),
      country: z.string().nullable(),
      /** The levels that the list is about. */
      levels: z.array(MarkedLevelSchema),
      /** It was looked at by the rules in force. */
      current: z.boolean(),
      seenAt: z.string(),
    }),
  ),
  nextLink: z.string().nullable().optional(),
  count: z.number(),
});
export type MarkedCompanies = z.infer<typeof MarkedCompaniesSchema>;
