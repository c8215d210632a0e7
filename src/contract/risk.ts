import { z } from 'zod';
import { AnswerQuerySchema, AsOfSchema, DaySchema, LocalTextSchema } from './common.ts';
import { HeldByExemptionSchema } from './exemptions.ts';
import { OutcomeSchema, PersonRefSchema, RecordRefSchema, WarningSchema } from './explanation.ts';

/** Something that takes a level away on a day: the first whom and what it concerns, and how many in all. */
export const LossCauseSchema = z.object({
  /** A reason why records no longer count, or `asset-ended`, `rules-changed`, `exemption-ended`. */
  kind: z.string(),
  people: z.array(PersonRefSchema),
  peopleCount: z.number(),
  records: z.array(RecordRefSchema),
  recordCount: z.number(),
  /** Assets that end, options whose rules change. */
  things: z.array(z.object({ id: z.string(), name: LocalTextSchema })),
});
export type LossCauseView = z.infer<typeof LossCauseSchema>;

export const RiskQuerySchema = z.strictObject({ ...AnswerQuerySchema.shape, until: DaySchema.optional() });

const LevelRiskSchema = z.object({
  competency: z.string(),
  name: LocalTextSchema,
  level: z.string(),
  outcome: OutcomeSchema,
  /** First day up to `until` on which the level is not met by any option. */
  firstLossDate: z.string().nullable(),
  cause: z.array(LossCauseSchema).nullable(),
  /**
   * The largest k such that any k people may leave; null when the level is kept whoever leaves. With a warning
   * `departures-undecided` for the level it is the largest that is proved.
   */
  departuresSurvived: z.number().nullable(),
  /** Those whose leaving alone loses the level. */
  criticalPeople: z.array(PersonRefSchema),
});
export type LevelRiskView = z.infer<typeof LevelRiskSchema>;

export const RiskSchema = z.object({
  /** One entry for each level that is met. */
  value: z.array(LevelRiskSchema),
  /** Levels that are held although no option of them is met. */
  heldByExemption: z.array(
    z.object({
      competency: z.string(),
      name: LocalTextSchema,
      level: z.string(),
      exemption: HeldByExemptionSchema,
    }),
  ),
  nextLink: z.string().nullable().optional(),
  until: DaySchema,
  asOf: AsOfSchema,
  programme: z.string(),
  catalogueVersion: z.string(),
  warnings: z.array(WarningSchema),
});
export type Risk = z.infer<typeof RiskSchema>;
