import { z } from 'zod';
import { parseDay, parseMonth } from '../domain/time/day.ts';
import { parseKnownBound } from '../domain/time/instant.ts';
import { ROLES } from './roles.ts';

export const LocaleSchema = z.enum(['fr', 'en']);
export type Locale = z.infer<typeof LocaleSchema>;

export const DaySchema = z
  .string()
  .refine((text) => parseDay(text) !== null)
  .meta({ description: 'Calendar day, YYYY-MM-DD', format: 'date' });
export const MonthSchema = z
  .string()
  .refine((text) => parseMonth(text) !== null)
  .meta({ description: 'Month of the calendar, YYYY-MM', format: 'month' });
/** The end of a day, or an instant. */
const DayOrInstantSchema = z
  .string()
  .refine((text) => parseKnownBound(text) !== null)
  .meta({ description: 'Calendar day, YYYY-MM-DD, or RFC 3339 instant', format: 'date-or-instant' });
export const RoleSchema = z.enum(ROLES);
export const LocalTextSchema = z.object({ en: z.string(), fr: z.string() });
export type LocalText = z.infer<typeof LocalTextSchema>;
export const NamedThingSchema = z.object({ id: z.string(), name: LocalTextSchema });

/** Both times of every question: valid in the world on `asOf`, as recorded by `knownAt`. */
export const AsOfQuerySchema = z.strictObject({
  asOf: DaySchema.optional(),
  knownAt: DayOrInstantSchema.optional(),
});

/** A question to a company's answers: the programme it takes part in, else its first, and both times. */
export const AnswerQuerySchema = z.strictObject({
  ...AsOfQuerySchema.shape,
  programme: z.string().max(100).optional(),
});

export const AsOfSchema = z.object({ validAt: DaySchema, knownAt: z.string().nullable() });

export const ProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  code: z.string(),
  errors: z
    .array(
      z.object({
        code: z.string(),
        field: z.string().optional(),
        line: z.number().int().optional(),
        /** In a filter: the character at which it cannot be read, from 1. */
        position: z.number().int().optional(),
        detail: z.string().optional(),
      }),
    )
    .optional(),
  /** 409 of what a source may still bring by itself: RFC 3339, from when on it can be asked for again. */
  expectedBy: z.string().optional(),
  /** 403: the roles that may, and who in the company holds one. */
  neededRoles: z.array(RoleSchema).optional(),
  holders: z.array(z.object({ displayName: z.string(), role: RoleSchema })).optional(),
});
export type Problem = z.infer<typeof ProblemSchema>;

/** A list answer, Azure REST style. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ value: z.array(item), nextLink: z.string().nullable().optional() });
}
