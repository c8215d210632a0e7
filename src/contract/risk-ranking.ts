import { z } from 'zod';
import { AsOfSchema, DaySchema, LocalTextSchema } from './common.ts';
import { HeldByExemptionSchema } from './exemptions.ts';
import { PersonRefSchema, RecordRefSchema, SingleActionSchema, WarningSchema } from './explanation.ts';
import { LifecycleStateSchema, MoneySchema } from './memberships.ts';
import { LossCauseSchema } from './risk.ts';

/** What an administrator or a source did about somebody whose leaving or lapse costs a level. */
const LevelChangeCauseSchema = z.object({
  at: z.string(),
  action: z.string(),
  /** Null when it was the system. */
  actor: z.string().nullable(),
  person: PersonRefSchema,
});

const RankedLevelSchema = z.object({
  competency: z.string(),
  name: LocalTextSchema,
  level: z.string(),
  state: LifecycleStateSchema,
  /** Some option of it is met; else a membership that was bought or an exemption keeps it. */
  met: z.boolean(),
  exemption: HeldByExemptionSchema.nullable(),
  /** End of the year of membership that shows it. */
  anniversary: DaySchema.nullable(),
  /** Last day on which the membership can be renewed, of levels in grace. */
  graceUntil: DaySchema.nullable(),
  /** It is lost already, or by its anniversary (without one: within a year), or if it is not renewed. */
  threatened: z.boolean(),
  /** The first day on which its requirements are not met, past or to come; null when none is known within a year. */
  lostOn: DaySchema.nullable(),
  cause: z.array(LossCauseSchema),
  /** What was recorded about the people of the cause, the latest first. */
  changes: z.array(LevelChangeCauseSchema),
  /** What is sold for the level, at the price of the day. */
  offer: z
    .object({
      name: LocalTextSchema,
      price: MoneySchema.nullable(),
      /** No other competency keeps the right to it. */
      alone: z.boolean(),
    })
    .nullable(),
  /** Levels held that ask for this one. */
  neededBy: z.array(z.object({ competency: z.string(), name: LocalTextSchema, level: z.string() })),
  /** Null when no requirement holds it. */
  departures: z
    .object({
      /** Null: kept whoever leaves. */
      survived: z.number().nullable(),
      /** Else it is at least that many. */
      proved: z.boolean(),
      criticalPeople: z.array(PersonRefSchema),
    })
    .nullable(),
  /** What would keep it, or bring it back, by itself, the least costly kind first; null when it is not in danger. */
  repair: z
    .object({ on: DaySchema, actions: z.array(SingleActionSchema), actionsComplete: z.boolean() })
    .nullable(),
});
export type RankedLevel = z.infer<typeof RankedLevelSchema>;

const ExpiringCertificateSchema = z.object({
  person: PersonRefSchema,
  record: RecordRefSchema,
  /** The last day on which it counts. */
  expiresOn: DaySchema,
  /** The first day on which it can be renewed, where that is known. */
  renewalOpensOn: DaySchema.nullable(),
  competencies: z.array(z.object({ competency: z.string(), name: LocalTextSchema })),
});

/** Every level that is met or held, what is in danger first, each by what hangs on it. */
export const RiskRankingSchema = z.object({
  levels: z.array(RankedLevelSchema),
  /** Certificates that count today and expire before `until`, in that order. */
  certificates: z.array(ExpiringCertificateSchema),
  certificateCount: z.number(),
  /** The next anniversary, else a year ahead. */
  until: DaySchema,
  /** Whether `until` is an anniversary. */
  untilAnniversary: z.boolean(),
  /** Names of everybody that the actions mention. */
  people: z.record(z.string(), PersonRefSchema),
  asOf: AsOfSchema,
  programme: z.string(),
  catalogueVersion: z.string(),
  warnings: z.array(WarningSchema),
});
export type RiskRanking = z.infer<typeof RiskRankingSchema>;
