import { z } from 'zod';
import { MOST_REMINDED, RemindersSchema } from './reminders.ts';

export const AskChecksRequestSchema = z.strictObject({
  userIds: z.array(z.string().max(100)).min(1).max(MOST_REMINDED),
});
/** As for reminders; `associated` does not occur. */
export const AskedChecksSchema = RemindersSchema;

const VerdictSchema = z.enum(['confirmed', 'disputed']);

export const RecordCheckSchema = z.object({
  userId: z.string(),
  recordId: z.string(),
  verdict: VerdictSchema,
  /** RFC 3339. */
  checkedAt: z.string(),
});
export type RecordCheckView = z.infer<typeof RecordCheckSchema>;

export const RecordChecksSchema = z.object({
  value: z.array(RecordCheckSchema),
  /** When each person was asked last. */
  asked: z.array(z.object({ userId: z.string(), askedAt: z.string() })),
});
export type RecordChecks = z.infer<typeof RecordChecksSchema>;

/** As many records as one person says something of at once. */
const MOST_RECORDS = 500;

export const CheckRecordsRequestSchema = z.strictObject({
  checks: z
    .array(z.strictObject({ recordId: z.uuid(), verdict: VerdictSchema }))
    .min(1)
    .max(MOST_RECORDS),
});
