import { z } from 'zod';
import { DaySchema, LocalTextSchema } from './common.ts';

/** What the reader of a level that is held by exemption is told. */
export const HeldByExemptionSchema = z.object({
  /** The first day on which it no longer counts; null when it has no end. */
  until: z.string().nullable(),
  reason: z.string().nullable(),
});
export type HeldByExemption = z.infer<typeof HeldByExemptionSchema>;

export const ExemptionSchema = z.object({
  exemptionId: z.string(),
  programme: z.string(),
  competency: z.string(),
  name: LocalTextSchema,
  level: z.string(),
  /** The first day on which it counts; null of one that was recorded without. */
  from: z.string().nullable(),
  ...HeldByExemptionSchema.shape,
  /** When it was recorded with this end. */
  recordedAt: z.string(),
  running: z.boolean(),
});
export type ExemptionView = z.infer<typeof ExemptionSchema>;

export const ExemptionsQuerySchema = z.strictObject({ programme: z.string().max(100).optional() });

export const ExemptionsSchema = z.object({
  value: z.array(ExemptionSchema),
  nextLink: z.string().nullable().optional(),
  programme: z.string(),
  /** The last day that whoever asks may choose as the end; null without a limit. */
  latestUntil: z.string().nullable(),
});
export type Exemptions = z.infer<typeof ExemptionsSchema>;

export const LONGEST_EXEMPTION_REASON = 500;

export const GiveExemptionRequestSchema = z.strictObject({
  programme: z.string().max(100).optional(),
  competency: z.string().max(100),
  level: z.string().max(100),
  /** The first day on which it no longer counts. */
  until: DaySchema,
  reason: z.string().trim().min(3).max(LONGEST_EXEMPTION_REASON),
});

export const EndExemptionRequestSchema = z.strictObject({
  /** An earlier end than the one it has; today ends it at once. */
  until: DaySchema,
});
