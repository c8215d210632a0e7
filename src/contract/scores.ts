import { z } from 'zod';
import { DaySchema } from './common.ts';

/** The points of an option in short: what each metric brings, and which figures are not known. */
export const ScoreSummarySchema = z.object({
  /** Of what is known; the numbers nearest to the exact values. */
  points: z.number(),
  threshold: z.number(),
  /** The score must stay under it; null when it need not. */
  below: z.number().nullable(),
  max: z.number(),
  metrics: z.array(z.object({ metric: z.string(), points: z.number(), max: z.number() })),
  /** Metrics of the facts without a counting value in the month that is read. */
  unknown: z.array(z.string()),
});
export type ScoreSummary = z.infer<typeof ScoreSummarySchema>;

/**
 * First of the days of which one is enough to qualify; the last is the day of the answer. Null in programmes that look
 * at the day alone.
 */
export const QualificationWindowFromSchema = DaySchema.nullable();
