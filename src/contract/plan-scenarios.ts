/** What may be supposed of a company: nothing of it is written. */
import { z } from 'zod';
import { DaySchema } from './common.ts';

const SkillIdSchema = z.string().min(1).max(300);
const UserIdSchema = z.string().min(1).max(100);

/** The id of a person who is supposed to join; never that of a user. */
const JOINING_PERSON = /^joins:[a-z0-9-]{1,40}$/;

/** One supposed change. Days that are absent are the day of the question. */
const ScenarioChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('leaves'),
    person: UserIdSchema,
    /** The first day on which the person no longer counts. */
    on: DaySchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('joins'),
    person: z.string().regex(JOINING_PERSON),
    name: z.string().trim().min(1).max(200),
    on: DaySchema.optional(),
    /** What the person holds on that day. */
    skills: z
      .array(
        z.strictObject({
          skill: SkillIdSchema,
          achievedOn: DaySchema.optional(),
          expiresOn: DaySchema.nullable().optional(),
        }),
      )
      .max(100),
  }),
  z.strictObject({
    kind: z.literal('passes'),
    person: UserIdSchema,
    skill: SkillIdSchema,
    on: DaySchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('skill-retires'),
    skill: SkillIdSchema,
    /** The last day on which it can be achieved. */
    on: DaySchema,
  }),
  z.strictObject({
    kind: z.literal('rules-of'),
    /** The rules that are in force on this day hold on every day. */
    day: DaySchema,
  }),
  z.strictObject({
    kind: z.literal('metric'),
    metric: z.string().min(1).max(100),
    /** Its value in every month from that of `from` to that of the day on which it is looked at. */
    value: z.number().min(-1e15).max(1e15),
    from: DaySchema.optional(),
    association: z.string().max(100).nullable().optional(),
    competency: z.string().max(100).nullable().optional(),
    track: z.string().max(100).nullable().optional(),
  }),
]);
export type ScenarioChangeView = z.infer<typeof ScenarioChangeSchema>;

export const ScenarioChangesSchema = z.array(ScenarioChangeSchema).max(200);
