import { z } from 'zod';

const MOST_RECORDS_A_CALL = 10_000;

/** Why one record of a delivery is refused; the others are kept. */
const RECORD_REFUSALS = ['missing-value', 'bad-skill-id', 'bad-date', 'expires-before-achieved'] as const;
export const RecordRefusalSchema = z.enum(RECORD_REFUSALS);
export type RecordRefusal = z.infer<typeof RecordRefusalSchema>;

const SourceRecordSchema = z.strictObject({
  externalId: z
    .string()
    .max(200)
    .meta({ description: 'What the source calls the record, once and for ever' }),
  accountId: z.string().max(200).meta({ description: 'The learning account of the person at this source' }),
  skill: z
    .string()
    .max(300)
    .meta({ description: '`exam:`, `cert:`, `assessment:`, `credential:` or `external:`' }),
  achievedOn: z.string(),
  expiresOn: z.string().nullable().optional(),
  revokedOn: z.string().nullable().optional(),
  certificateNumber: z.string().max(200).nullable().optional(),
});
export type SourceRecordInput = z.output<typeof SourceRecordSchema>;

export const SourceRecordsRequestSchema = z.strictObject({
  records: z.array(SourceRecordSchema).max(MOST_RECORDS_A_CALL),
});

/** One answer for each record, in the order in which they were sent. */
export const SourceRecordsResponseSchema = z.object({
  value: z.array(
    z.object({
      /** Place in the delivery, from 0. */
      index: z.number().int(),
      externalId: z.string(),
      result: z.enum(['created', 'updated', 'unchanged', 'rejected']),
      reason: RecordRefusalSchema.nullable(),
      recordId: z.string().nullable(),
    }),
  ),
});
export type SourceRecordAnswer = z.output<typeof SourceRecordsResponseSchema>['value'][number];
