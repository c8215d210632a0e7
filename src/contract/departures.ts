import { z } from 'zod';
import { DaySchema, LocalTextSchema } from './common.ts';
import { PersonRefSchema, SingleActionSchema } from './explanation.ts';
import { LossCauseSchema } from './risk.ts';

/** As many people as can be tried at once. */
export const MOST_LEAVERS = 50;

export const DeparturePreviewQuerySchema = z.strictObject({
  /** Ids of users, with commas between them. */
  people: z.string().min(1).max(2_000),
  /** The first day on which they no longer count; today when absent. */
  on: DaySchema.optional(),
});

const LevelLostSchema = z.object({
  programme: z.string(),
  competency: z.string(),
  name: LocalTextSchema,
  before: z.string(),
  /** The level that is left on that day. */
  after: z.string().nullable(),
  /** The day of the departure, or a later one on which somebody would have been needed. */
  lostOn: z.string(),
  /** When it would be lost if nobody left; null when not within the twelve months that are looked at. */
  otherwiseOn: z.string().nullable(),
  /** Of a later loss: what takes the level away then. */
  cause: z.array(LossCauseSchema),
  /** Everything that would keep the level by itself; only for readers who may follow the competencies. */
  actions: z.array(SingleActionSchema),
  actionsComplete: z.boolean(),
});

/** What a company loses, and when, if people no longer count from a day on; nothing is written. */
export const DeparturePreviewSchema = z.object({
  on: z.string(),
  /** The last day that is looked at. */
  until: z.string(),
  leaving: z.array(PersonRefSchema),
  levels: z.array(LevelLostSchema),
  /** Names of everybody that the actions mention. */
  people: z.record(z.string(), PersonRefSchema),
});
export type DeparturePreview = z.infer<typeof DeparturePreviewSchema>;
