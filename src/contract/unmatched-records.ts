import { z } from 'zod';
import { DaySchema } from './common.ts';
import { pageSchema } from './list-query.ts';

const UNMATCHED_CAUSES = ['no-user', 'not-associated'] as const;

export const UnmatchedRecordsQuerySchema = z.strictObject({
  /** Part of the e-mail, the skill or the company. */
  search: z.string().max(200).optional(),
  ...pageSchema(500),
});

/** A record that came with a work e-mail alone and waits until that person associates an account of the provider. */
export const UnmatchedRecordSchema = z.object({
  recordId: z.string(),
  partnerId: z.string(),
  partnerName: z.string(),
  workEmail: z.string(),
  provider: z.string(),
  skill: z.string(),
  achievedOn: DaySchema,
  recordedAt: z.string(),
  /** Nobody in the company has this e-mail; or the person has it and no account of the provider. */
  cause: z.enum(UNMATCHED_CAUSES),
  userId: z.string().nullable(),
});
export type UnmatchedRecord = z.infer<typeof UnmatchedRecordSchema>;

export const UnmatchedRecordsSchema = z.object({
  value: z.array(UnmatchedRecordSchema),
  nextLink: z.string().nullable().optional(),
  count: z.number().int(),
});
export type UnmatchedRecords = z.infer<typeof UnmatchedRecordsSchema>;
