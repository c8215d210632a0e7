import { z } from 'zod';
import { DaySchema, LocalTextSchema, NamedThingSchema } from './common.ts';
import { pageSchema } from './list-query.ts';

export const NETWORK_LISTS = ['at-risk', 'lost', 'gained', 'failed'] as const;
export type NetworkList = (typeof NETWORK_LISTS)[number];

/** How far the work is that looks at every company by the present rules. */
const NetworkRunSchema = z.object({
  versions: z.array(z.object({ programme: z.string(), name: LocalTextSchema, version: z.string() })),
  startedAt: z.string(),
  /** Companies of the network when it began, those looked at, and those at which it failed. */
  total: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  /** At the speed since it began or was resumed; null when it is over, and until something has moved. */
  expectedEnd: z.string().nullable(),
  finishedAt: z.string().nullable(),
});
export type NetworkRunView = z.infer<typeof NetworkRunSchema>;

export const NetworkRiskSchema = z.object({
  /** Null before the first look. */
  run: NetworkRunSchema.nullable(),
  /** Companies: with a level at risk, and with levels met no longer, or newly, since the rules changed last. */
  counts: z.object({
    'at-risk': z.number().int(),
    lost: z.number().int(),
    gained: z.number().int(),
    failed: z.number().int(),
  }),
});
export type NetworkRisk = z.infer<typeof NetworkRiskSchema>;

export const NetworkCompaniesQuerySchema = z.strictObject({
  show: z.enum(NETWORK_LISTS).optional(),
  ...pageSchema(500),
});

const NetworkLevelSchema = z.object({
  competency: z.string(),
  name: LocalTextSchema,
  level: z.string(),
  levelName: LocalTextSchema,
  /** First day on which it is lost by what is known; null when it is lost already, or will not be. */
  lostOn: DaySchema.nullable(),
  anniversary: DaySchema.nullable(),
});

export const NetworkCompanySchema = z.object({
  partnerId: z.string(),
  partnerName: z.string(),
  /** Null where the work failed before it came to a programme. */
  programme: NamedThingSchema.nullable(),
  /** The levels that the list is about. */
  levels: z.array(NetworkLevelSchema),
  /** It was looked at by the present rules. */
  current: z.boolean(),
  seenAt: z.string(),
  /** The last change of the rules: the version before, and whether nothing else can have made the difference. */
  change: z.object({ from: z.string(), on: DaySchema, alone: z.boolean() }).nullable(),
  /** Why the work failed. */
  reason: z.string().nullable(),
});
export type NetworkCompany = z.infer<typeof NetworkCompanySchema>;

export const NetworkCompaniesSchema = z.object({
  value: z.array(NetworkCompanySchema),
  nextLink: z.string().nullable().optional(),
  count: z.number(),
});
export type NetworkCompanies = z.infer<typeof NetworkCompaniesSchema>;

/** How one company stands now, asked at once. */
export const NetworkStandingSchema = z.object({
  programmes: z.array(
    z.object({ programme: z.string(), catalogueVersion: z.string(), levels: z.array(NetworkLevelSchema) }),
  ),
});
