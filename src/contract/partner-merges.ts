/** Two companies that become one: what it will mean, and doing it. */
import { z } from 'zod';
import { LocalTextSchema } from './common.ts';
import { pageSchema } from './list-query.ts';
import { LifecycleStateSchema } from './memberships.ts';

const PartnerIdSchema = z.string().min(1).max(64);

/** A person with a user at both: the user of the company that goes on stays. */
const SamePersonSchema = z.strictObject({ userId: z.uuid(), keepUserId: z.uuid() });

const SamePeopleSchema = z.array(SamePersonSchema).max(500);

export const PartnerMergeQuestionSchema = z.strictObject({
  /** Becomes part of the other one. */
  from: PartnerIdSchema,
  into: PartnerIdSchema,
  samePeople: SamePeopleSchema.optional(),
});
export type PartnerMergeQuestion = z.input<typeof PartnerMergeQuestionSchema>;

export const SHORTEST_MERGE_REASON = 3;

export const MergePartnersSchema = z.strictObject({
  ...PartnerMergeQuestionSchema.shape,
  /** Roles go with the people; else they arrive without. */
  keepRoles: z.boolean(),
  reason: z.string().trim().min(SHORTEST_MERGE_REASON).max(500),
  /** The name of the company that becomes part of the other one, typed. */
  confirm: z.string().max(200),
});
export type MergePartners = z.output<typeof MergePartnersSchema>;

export const PARTNER_MERGE_REFUSALS = [
  'same-company',
  'unknown-company',
  'from-merged',
  'into-merged',
  'under-way',
] as const;
export type PartnerMergeRefusal = (typeof PARTNER_MERGE_REFUSALS)[number];

const CompanySchema = z.object({ partnerId: z.string(), name: z.string() });

const HeldSchema = z.object({ offer: z.string(), name: LocalTextSchema, anniversary: z.string() });

const MergedLevelSchema = z.object({
  programme: z.string(),
  competency: z.string(),
  name: LocalTextSchema,
  level: z.string(),
  levelName: LocalTextSchema,
  /** Its state at each of the two today, and at the one company afterwards; null: none. */
  from: LifecycleStateSchema.nullable(),
  into: LifecycleStateSchema.nullable(),
  after: LifecycleStateSchema.nullable(),
  /** First day on which it is no longer kept whatever its requirements say; null: they are met, or it is not kept. */
  keptUntil: z.string().nullable(),
});
export type MergedLevel = z.infer<typeof MergedLevelSchema>;

const SameCandidateSchema = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  keepUserId: z.string(),
  keepName: z.string(),
  keepEmail: z.string(),
  because: z.enum(['person', 'account', 'name']),
});
export type SameCandidate = z.infer<typeof SameCandidateSchema>;

const MergeEffectSchema = z.object({
  moving: z.number().int(),
  /** Who has left stays with the history. */
  staying: z.number().int(),
  samePeople: z.array(SameCandidateSchema),
  associations: z.number().int(),
  pmcAssociations: z.number().int(),
  /** Whether associations made in PMC go on, and the first day on which they no longer do. */
  pmcGoesOn: z.boolean(),
  pmcUntil: z.string().nullable(),
  memberships: z.object({
    from: z.array(HeldSchema),
    into: z.array(HeldSchema),
    after: z.array(HeldSchema),
  }),
  /** The anniversary of the one company. */
  anniversary: z.string().nullable(),
  levels: z.array(MergedLevelSchema),
  /** Figures of months that are added, and names of those that cannot be. */
  figures: z.number().int(),
  notAdded: z.array(LocalTextSchema),
  locations: z.number().int(),
  cases: z.number().int(),
  enquiries: z.number().int(),
  ends: z.object({
    apiTokens: z.number().int(),
    directory: z.boolean(),
    schedules: z.number().int(),
    orders: z.number().int(),
  }),
});
export type MergeEffect = z.infer<typeof MergeEffectSchema>;

export const PartnerMergePreviewSchema = z.object({
  from: CompanySchema.nullable(),
  into: CompanySchema.nullable(),
  /** Why it cannot be done; null: it can, and the effect is told. */
  refusal: z.enum(PARTNER_MERGE_REFUSALS).nullable(),
  effect: MergeEffectSchema.nullable(),
});
export type PartnerMergePreview = z.infer<typeof PartnerMergePreviewSchema>;

const MergeCountsSchema = z.object({
  people: z.number().int(),
  samePeople: z.number().int(),
  associations: z.number().int(),
  figures: z.number().int(),
  locations: z.number().int(),
  assets: z.number().int(),
  exemptions: z.number().int(),
  memberships: z.number().int(),
  cases: z.number().int(),
  enquiries: z.number().int(),
});

const MergeFailureSchema = z.object({
  /**
   * `changed-meanwhile`: facts of the companies changed again and again. `unknown-person`: somebody who was named as the
   * same person has left. `from-merged`, `into-merged`: another merge came first. `interrupted`: it was begun time and
   * again and never came to its end. `error`: something went wrong. Of none of them anything stays.
   */
  code: z.enum(['changed-meanwhile', 'unknown-person', 'from-merged', 'into-merged', 'interrupted', 'error']),
  /** The user who is unknown. */
  about: z.string().nullable(),
});
export type MergeFailureView = z.infer<typeof MergeFailureSchema>;

/** A merge that was asked for: how far it is, and how it ended. */
export const PartnerMergeRunSchema = z.object({
  mergeId: z.string(),
  from: CompanySchema,
  into: CompanySchema,
  reason: z.string(),
  requestedAt: z.string(),
  requestedBy: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed']),
  phase: z.enum(['waiting', 'judging', 'people', 'associations', 'reports']),
  /** Steps of `total`, which is 0 before the people are counted. */
  done: z.number().int(),
  total: z.number().int(),
  finishedAt: z.string().nullable(),
  /** What was moved, once it is done. */
  counts: MergeCountsSchema.nullable(),
  failure: MergeFailureSchema.nullable(),
});
export type PartnerMergeRunView = z.infer<typeof PartnerMergeRunSchema>;

export const PartnerMergesQuerySchema = z.strictObject(pageSchema(200));

const PartnerMergeSchema = z.object({
  from: CompanySchema,
  into: CompanySchema,
  reason: z.string(),
  mergedAt: z.string(),
  mergedBy: z.string(),
  counts: MergeCountsSchema,
});
export type PartnerMergeView = z.infer<typeof PartnerMergeSchema>;

export const PartnerMergesSchema = z.object({
  value: z.array(PartnerMergeSchema),
  nextLink: z.string().nullable(),
  /** Merges under way, and those that failed within seven days and were not asked for again; the latest first. */
  open: z.array(PartnerMergeRunSchema),
});
export type PartnerMerges = z.infer<typeof PartnerMergesSchema>;
