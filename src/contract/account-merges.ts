import { z } from 'zod';
import { DaySchema, LocalTextSchema } from './common.ts';
import { pageSchema } from './list-query.ts';

const AccountIdSchema = z.string().trim().min(1).max(200);

/** One learning account and the one of the same provider as which it is to be read. */
export const MergeQuestionSchema = z.strictObject({
  provider: z.string().min(1).max(100),
  accountId: AccountIdSchema,
  intoAccountId: AccountIdSchema,
});
export type MergeQuestion = z.infer<typeof MergeQuestionSchema>;

export const MERGE_REASON_LENGTH = 500;
const ReasonTextSchema = z.string().trim().min(3).max(MERGE_REASON_LENGTH);

export const MergeRequestSchema = MergeQuestionSchema.extend({ reason: ReasonTextSchema });
export const UndoMergeRequestSchema = z.strictObject({ reason: ReasonTextSchema });

/** Why a merge is not made; `accountId` is the account that stands in the way. */
export const MERGE_REFUSALS = [
  'same-account',
  'account-unknown',
  'merged-already',
  'survivor-merged',
] as const;
export type MergeRefusal = (typeof MERGE_REFUSALS)[number];

/** A learning account, with who has associated it and how many records it holds. */
const MergedAccountSchema = z.object({
  provider: z.string(),
  accountId: z.string(),
  records: z.number().int(),
  holders: z.array(
    z.object({
      partnerId: z.string(),
      partnerName: z.string(),
      userId: z.string(),
      name: z.string(),
      via: z.enum(['partner-center', 'pmc']),
      since: DaySchema,
      until: DaySchema.nullable(),
    }),
  ),
});
export type MergedAccount = z.infer<typeof MergedAccountSchema>;

export const ROW_CHANGES = ['appears', 'disappears', 'counts', 'stops', 'changes'] as const;
export type RowChange = (typeof ROW_CHANGES)[number];

/** What one company's skills report and levels show differently. */
const CompanyEffectSchema = z.object({
  partnerId: z.string(),
  partnerName: z.string(),
  people: z.array(
    z.object({
      userId: z.string(),
      name: z.string(),
      rows: z.array(z.object({ skillId: z.string(), skillTitle: z.string(), change: z.enum(ROW_CHANGES) })),
    }),
  ),
  levels: z.array(
    z.object({
      programme: z.string(),
      competency: z.string(),
      name: LocalTextSchema,
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});
export type CompanyEffect = z.infer<typeof CompanyEffectSchema>;

const MergeEffectSchema = z.object({ companies: z.array(CompanyEffectSchema) });
export type MergeEffect = z.infer<typeof MergeEffectSchema>;

export const MergePreviewSchema = z.object({
  /** Null when the merge can be made. */
  refusal: z.object({ code: z.enum(MERGE_REFUSALS), accountId: z.string().nullable() }).nullable(),
  account: MergedAccountSchema,
  into: MergedAccountSchema,
  effect: MergeEffectSchema.nullable(),
});
export type MergePreview = z.infer<typeof MergePreviewSchema>;

export const UndoPreviewSchema = z.object({ effect: MergeEffectSchema });

export const AccountMergeSchema = z.object({
  mergeId: z.string(),
  provider: z.string(),
  accountId: z.string(),
  intoAccountId: z.string(),
  reason: z.string(),
  mergedAt: z.string(),
  undone: z.object({ at: z.string(), reason: z.string() }).nullable(),
});
export type AccountMerge = z.infer<typeof AccountMergeSchema>;

export const MergesQuerySchema = z.strictObject({
  search: z.string().max(200).optional(),
  ...pageSchema(200),
});
export const AccountMergesSchema = z.object({
  value: z.array(AccountMergeSchema),
  nextLink: z.string().nullable().optional(),
  count: z.number().int(),
});
export type AccountMerges = z.infer<typeof AccountMergesSchema>;

export const PROPOSAL_CAUSES = ['transcript', 'same-person', 'same-certificate', 'same-e-mail'] as const;
export type ProposalCause = (typeof PROPOSAL_CAUSES)[number];

export const MergeProposalSchema = z.object({
  proposalId: z.string(),
  account: MergedAccountSchema,
  into: MergedAccountSchema,
  /** `value`: the number of the certificate or the e-mail that both accounts name. */
  causes: z.array(z.object({ kind: z.enum(PROPOSAL_CAUSES), value: z.string().nullable() })),
  foundAt: z.string(),
  closed: z
    .object({ at: z.string(), outcome: z.enum(['merged', 'dismissed']), reason: z.string().nullable() })
    .nullable(),
});
export type MergeProposal = z.infer<typeof MergeProposalSchema>;

const PROPOSAL_LISTS = ['open', 'closed'] as const;
export const ProposalsQuerySchema = z.strictObject({
  show: z.enum(PROPOSAL_LISTS).optional(),
  ...pageSchema(100),
});
export const MergeProposalsSchema = z.object({
  value: z.array(MergeProposalSchema),
  nextLink: z.string().nullable().optional(),
  count: z.number().int(),
});
export type MergeProposals = z.infer<typeof MergeProposalsSchema>;

export const DismissProposalRequestSchema = z.strictObject({ reason: ReasonTextSchema });
export const FoundProposalsSchema = z.object({ found: z.number().int() });

/** Accounts with records that nobody has associated, and that are not merged into one that somebody has. */
export const UnassociatedAccountsSchema = z.object({
  value: z.array(
    z.object({
      provider: z.string(),
      accountId: z.string(),
      records: z.number().int(),
      lastAchievedOn: DaySchema,
    }),
  ),
  nextLink: z.string().nullable().optional(),
});
export type UnassociatedAccounts = z.infer<typeof UnassociatedAccountsSchema>;
export const UnassociatedQuerySchema = z.strictObject({ ...pageSchema(200) });
