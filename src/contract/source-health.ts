import { z } from 'zod';
import { DaySchema } from './common.ts';
import { pageSchema } from './list-query.ts';
import { RecordRefusalSchema } from './sources.ts';

/** A source of which nothing has come for so long is shown as silent: no known delay of a provider is longer. */
export const SILENT_AFTER_HOURS = 72;

const SOURCE_STATES = ['delivers', 'silent', 'failing', 'never'] as const;

export const SourceKeySchema = z.object({
  keyId: z.string(),
  label: z.string(),
  createdAt: z.string(),
  /** Another one has taken its place: it signs until then. */
  endsAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
});
export type SourceKeyView = z.infer<typeof SourceKeySchema>;

const CountsSchema = z.object({
  records: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.number().int(),
});

export const SourceSchema = z.object({
  sourceId: z.string(),
  state: z.enum(SOURCE_STATES),
  /** Some programme counts its records. */
  recognised: z.boolean(),
  lastDeliveryAt: z.string().nullable(),
  /** The latest day of completion among its new records. */
  latestCompletion: DaySchema.nullable(),
  /** Days from completion to delivery of the new record in the middle, in the latest delivery that had any. */
  lagDays: z.number().int().nullable(),
  /** Deliveries that failed and were not applied since; records that were refused and wait. */
  failedDeliveries: z.number().int(),
  openRejections: z.number().int(),
  /** What came in the last seven days. */
  week: CountsSchema,
  keys: z.array(SourceKeySchema),
});
export type SourceView = z.infer<typeof SourceSchema>;

export const SourcesSchema = z.object({ value: z.array(SourceSchema) });
export type Sources = z.infer<typeof SourcesSchema>;

export const SourcePageQuerySchema = z.strictObject(pageSchema(500));

export const DeliverySchema = CountsSchema.extend({
  deliveryId: z.string(),
  /** As its sender calls it. */
  name: z.string().nullable(),
  receivedAt: z.string(),
  /** `user:…`, or `token:…` of a token or a key. */
  receivedFrom: z.string(),
  /** `failed`: nothing of it was kept; `repeated`: it failed and was applied since. */
  state: z.enum(['applied', 'failed', 'repeated']),
  lagDays: z.number().int().nullable(),
  /** Code of what went wrong. */
  failure: z.string().nullable(),
});
export type DeliveryView = z.infer<typeof DeliverySchema>;

export const DeliveriesSchema = z.object({
  value: z.array(DeliverySchema),
  nextLink: z.string().nullable().optional(),
});
export type Deliveries = z.infer<typeof DeliveriesSchema>;

export const RejectionSchema = z.object({
  rejectionId: z.string(),
  name: z.string(),
  /** As it was sent last. */
  record: z.record(z.string(), z.unknown()),
  reason: RecordRefusalSchema,
  firstAt: z.string(),
  lastAt: z.string(),
  times: z.number().int(),
});
export type RejectionView = z.infer<typeof RejectionSchema>;

export const RejectionsSchema = z.object({
  value: z.array(RejectionSchema),
  nextLink: z.string().nullable().optional(),
});
export type Rejections = z.infer<typeof RejectionsSchema>;

export const NewSourceKeySchema = z.strictObject({
  label: z.string().trim().min(1).max(100),
  /**
   * For so many hours the keys that sign now sign beside the new one, and then no longer. Absent: they go on.
   */
  replaceAfterHours: z.number().int().min(0).max(720).optional(),
});

/** The secret is told this once. */
export const MadeSourceKeySchema = SourceKeySchema.extend({ secret: z.string() });
export type MadeSourceKey = z.infer<typeof MadeSourceKeySchema>;

/** What came of applying a failed delivery again. */
export const RepeatedDeliverySchema = CountsSchema;

/** What came of trying a refused record again, as it is or as it was put right. */
export const RetryRejectionSchema = z.strictObject({
  skill: z.string().trim().min(1).max(300).optional(),
  achievedOn: DaySchema.optional(),
  expiresOn: DaySchema.nullable().optional(),
});
export const RetriedRejectionSchema = z.object({
  result: z.enum(['created', 'updated', 'unchanged', 'rejected']),
  reason: RecordRefusalSchema.nullable(),
});
