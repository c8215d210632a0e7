/** What people are to achieve by when since a plan was adopted, and what has become of it. */
import { z } from 'zod';
import { DaySchema, LocalTextSchema } from './common.ts';
import { PersonRefSchema } from './explanation.ts';
import { pageSchema } from './list-query.ts';

/**
 * `open`: to be done; `late`: the due day is past; `done`: a record fulfils it (`doneOn` may be after the due day);
 * `dropped`: nobody expects it any more.
 */
const ASSIGNMENT_STATES = ['open', 'late', 'done', 'dropped'] as const;

const StateSchema = z.enum(ASSIGNMENT_STATES);

const assignmentShape = {
  assignmentId: z.string(),
  planId: z.string(),
  skill: z.string(),
  dueOn: DaySchema,
  state: StateSchema,
  renewal: z.boolean(),
  /** The day on which it was achieved. */
  doneOn: DaySchema.nullable(),
  /** Done after the due day. */
  doneLate: z.boolean(),
  /** The record that fulfils it. */
  record: z.string().nullable(),
};

export const AssignmentSchema = z.object({
  ...assignmentShape,
  person: z.string(),
  /** Who follows it besides the person; null: nobody. */
  manager: z.string().nullable(),
  cost: z.number(),
  hours: z.number(),
  /** What became of the e-mail that tells the person; null: none was to be written. */
  told: z.enum(['queued', 'no-address', 'no-mail-server']).nullable(),
});
export type AssignmentView = z.infer<typeof AssignmentSchema>;

const CountsSchema = z.object({
  total: z.number().int(),
  open: z.number().int(),
  late: z.number().int(),
  done: z.number().int(),
  dropped: z.number().int(),
});

/** A plan that is being carried out, against what has happened. */
export const AdoptionSchema = z.object({
  at: z.string(),
  /** Who adopted it; null without the right to names. */
  by: z.string().nullable(),
  /** Given up on that instant; null: it goes on. */
  endedAt: z.string().nullable(),
  counts: CountsSchema,
  /** Money and hours of what is done, and of all that was planned and is not dropped. */
  done: z.object({ cost: z.number(), hours: z.number() }),
  planned: z.object({ cost: z.number(), hours: z.number() }),
  assignments: z.array(AssignmentSchema),
  /** By the facts and rules of today. */
  targets: z.array(
    z.object({
      competency: z.string(),
      level: z.string(),
      option: z.string().nullable(),
      metNow: z.boolean(),
      /** Met on the day of the plan if what is still assigned is done, and nothing else happens. */
      metThen: z.boolean(),
    }),
  ),
  /** Actions done against those planned, by day: each entry holds from its day on. */
  course: z.array(z.object({ on: DaySchema, planned: z.number().int(), done: z.number().int() })),
});
export type AdoptionView = z.infer<typeof AdoptionSchema>;

export const AdoptPlanRequestSchema = z.strictObject({
  /** Of all actions but those below; absent: the day of the plan. */
  dueOn: DaySchema.optional(),
  due: z
    .array(z.strictObject({ person: z.string().max(100), skill: z.string().max(300), dueOn: DaySchema }))
    .max(5_000)
    .optional(),
  /** User → user who follows the assignments; absent: whom the directory names, else who adopts the plan. */
  managers: z.record(z.string().max(100), z.string().max(100)).optional(),
  /** E-mail to each person, and to each manager. Absent: yes. */
  mail: z.boolean().optional(),
});
export type AdoptPlanRequest = z.infer<typeof AdoptPlanRequestSchema>;

export const ChangeAssignmentRequestSchema = z.strictObject({
  dueOn: DaySchema.optional(),
  /** Nobody expects it any more. */
  dropped: z.literal(true).optional(),
});
export type ChangeAssignmentRequest = z.infer<typeof ChangeAssignmentRequestSchema>;

export const AssignmentsQuerySchema = z.strictObject({
  state: StateSchema.optional(),
  person: z.string().max(100).optional(),
  ...pageSchema(500),
});

/** By due day. */
export const AssignmentListSchema = z.object({
  value: z.array(AssignmentSchema),
  nextLink: z.string().nullable().optional(),
  count: z.number(),
  people: z.record(z.string(), PersonRefSchema),
  skills: z.record(z.string(), z.object({ title: z.string(), kind: z.string(), code: z.string() })),
});
export type AssignmentList = z.infer<typeof AssignmentListSchema>;

/** What the signed-in person is to achieve: those open and late first, by due day. */
export const OwnAssignmentsSchema = z.object({
  value: z.array(
    z.object({
      ...assignmentShape,
      title: z.string(),
      code: z.string(),
      hours: z.number(),
      partner: z.object({ partnerId: z.string(), name: z.string() }),
      /** Why: what the company gains or keeps by the plan. */
      targets: z.array(z.object({ name: LocalTextSchema, levelName: LocalTextSchema })),
      /** Who assigned it; null when that person is no longer there. */
      assignedBy: z.string().nullable(),
      assignedAt: z.string(),
    }),
  ),
});
export type OwnAssignments = z.infer<typeof OwnAssignmentsSchema>;
