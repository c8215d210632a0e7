/** What is known to happen to a company in the twelve months after a day, and the link by which calendars subscribe. */
import { z } from 'zod';
import { CALENDAR_KINDS } from '../domain/calendar/calendar-event.ts';
import { AsOfQuerySchema, AsOfSchema, DaySchema, LocaleSchema } from './common.ts';

export { CALENDAR_KINDS, type CalendarKind } from '../domain/calendar/calendar-event.ts';

export const CalendarQuerySchema = z.strictObject({
  ...AsOfQuerySchema.shape,
  /** The day of the question when absent. */
  from: DaySchema.optional(),
  /** Twelve months after the day of the question when absent: further ahead nothing is told. */
  until: DaySchema.optional(),
  lang: LocaleSchema.optional(),
});

const CalendarEventSchema = z.object({
  /** The same as long as it is the same thing that happens, also when its day moves. */
  id: z.string(),
  on: DaySchema,
  kind: z.enum(CALENDAR_KINDS),
  title: z.string(),
  detail: z.string().nullable(),
  /** The page of the application that says more, of those that the reader may open. */
  path: z.string(),
});
export type CalendarEventView = z.infer<typeof CalendarEventSchema>;

export const CalendarSchema = z.object({
  /** In the order of the days. */
  value: z.array(CalendarEventSchema),
  nextLink: z.string().nullable().optional(),
  from: DaySchema,
  /** The last day that is told of. */
  until: DaySchema,
  asOf: AsOfSchema,
});
export type Calendar = z.infer<typeof CalendarSchema>;

/** The link itself is in none of this. */
export const CalendarLinkStateSchema = z.object({
  /** Null: there is none. */
  createdAt: z.string().nullable(),
});
export type CalendarLinkState = z.infer<typeof CalendarLinkStateSchema>;

/** Told this once. */
export const MadeCalendarLinkSchema = z.object({ ...CalendarLinkStateSchema.shape, address: z.string() });
export type MadeCalendarLink = z.infer<typeof MadeCalendarLinkSchema>;
