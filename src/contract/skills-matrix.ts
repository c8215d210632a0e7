import { z } from 'zod';
import { STANDINGS } from '../domain/skills-matrix/people-standings.ts';
import { LONGEST_TEAM_NAME } from '../domain/text/team-name.ts';
import { AnswerQuerySchema, AsOfSchema, DaySchema, LocaleSchema, LocalTextSchema } from './common.ts';
import { ReasonSchema } from './explanation.ts';
import { orderbySchema, pageSchema } from './list-query.ts';

/** What a person may be asked for by: `none` satisfies no requirement of the competency. */
export const MATRIX_STANDINGS = [...STANDINGS, 'none'] as const;
export type MatrixStanding = (typeof MATRIX_STANDINGS)[number];

/** `ending` counts and will stop within a year, for whatever reason. */
const CELL_STATES = ['counts', 'ending', 'not'] as const;
export type CellState = (typeof CELL_STATES)[number];

const MatrixCellSchema = z.object({
  recordId: z.string(),
  state: z.enum(CELL_STATES),
  achievedOn: DaySchema,
  /** Last day on which it counts; only of `ending`. */
  countsUntil: DaySchema.nullable(),
  /** Why it does not count; only of `not`. */
  reason: ReasonSchema.nullable(),
});
export type MatrixCell = z.infer<typeof MatrixCellSchema>;

const MatrixPersonSchema = z.object({
  userId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  workEmail: z.string(),
  userStatus: z.enum(['active', 'disabled', 'left']),
  locationId: z.string().nullable(),
  team: z.string().nullable(),
  standing: z.enum(MATRIX_STANDINGS),
  /** To which levels of which options. */
  uses: z.array(z.object({ option: z.string().nullable(), level: z.string(), standing: z.enum(STANDINGS) })),
  /** By skill id; a skill that the person does not have has none. */
  cells: z.record(z.string(), MatrixCellSchema),
});
export type MatrixPerson = z.infer<typeof MatrixPersonSchema>;

const MatrixSkillSchema = z.object({
  id: z.string(),
  code: z.string(),
  kind: z.string(),
  title: z.string(),
  /** Of all people of the competency, before filtering: with a record, counting, and counting for less than a year. */
  held: z.number().int(),
  counting: z.number().int(),
  ending: z.number().int(),
});
export type MatrixSkill = z.infer<typeof MatrixSkillSchema>;

export const SkillsMatrixQuerySchema = z.strictObject({
  ...AnswerQuerySchema.shape,
  /** Without one the first that is attained, else the first that asks for skills. */
  competency: z.string().optional(),
  /** Only what this option asks for. */
  option: z.string().optional(),
  standing: z.enum(MATRIX_STANDINGS).optional(),
  /** Only people with a skill that stops counting within a year. */
  ending: z.enum(['yes']).optional(),
  /** The id of a location, or `none` for people without one. */
  location: z.string().max(40).optional(),
  /** The name of a team, or `none` for people without one. */
  team: z.string().max(LONGEST_TEAM_NAME).optional(),
  search: z.string().max(200).optional(),
  /** Also people who have none of the skills. */
  everyone: z.enum(['true', 'false']).optional(),
  /** Also skills that nobody has. */
  allSkills: z.enum(['true', 'false']).optional(),
  orderby: orderbySchema(['lastName', 'firstName', 'counting'] as const).optional(),
  format: z.enum(['json', 'csv', 'tsv', 'xlsx']).optional(),
  lang: LocaleSchema.optional(),
  ...pageSchema(1_000),
});
export type SkillsMatrixQuery = z.infer<typeof SkillsMatrixQuerySchema>;

export const SkillsMatrixSchema = z.object({
  value: z.array(MatrixPersonSchema),
  nextLink: z.string().nullable().optional(),
  /** After filtering, and before. */
  count: z.number().int(),
  total: z.number().int(),
  skills: z.array(MatrixSkillSchema),
  /** Before filtering; the skills of `allSkills` among them. */
  counts: z.object({
    seated: z.number().int(),
    spare: z.number().int(),
    elsewhere: z.number().int(),
    none: z.number().int(),
    /** People with a skill that stops counting within a year. */
    ending: z.number().int(),
    skills: z.number().int(),
  }),
  competency: z.string(),
  option: z.string().nullable(),
  competencies: z.array(z.object({ id: z.string(), name: LocalTextSchema })),
  /** Of the competency, as far as they ask for skills on the day. */
  options: z.array(z.object({ id: z.string().nullable(), name: LocalTextSchema.nullable() })),
  locations: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Of the company, in the order of their letters. */
  teams: z.array(z.string()),
  asOf: AsOfSchema,
  programme: z.string(),
  catalogueVersion: z.string(),
});
export type SkillsMatrix = z.infer<typeof SkillsMatrixSchema>;
