import { z } from 'zod';
import { DepartureEffectSchema } from './users.ts';

/** The learning providers at which a person has an account of his or her own, in the order in which they are shown. */
export const LEARNING_PROVIDERS = ['microsoft-learning', 'partner-university'] as const;
export const LearningProviderSchema = z.enum(LEARNING_PROVIDERS);
export type LearningProvider = z.infer<typeof LearningProviderSchema>;

/** For which of them the shown account is to be associated: one, or the same account for both. */
const ProvidersSchema = z
  .array(LearningProviderSchema)
  .min(1)
  .max(2)
  .refine((providers) => new Set(providers).size === providers.length);

export const BeginAssociationRequestSchema = z.strictObject({ providers: ProvidersSchema });
export const TranscriptRequestSchema = z.strictObject({
  /** A share link of a transcript, or the id at its end. */
  link: z.string().trim().min(1).max(2_000),
});
export const ShownTranscriptSchema = z.object({ proofId: z.string() });
export const TranscriptCodeRequestSchema = z.strictObject({
  code: z.string().trim().min(1).max(20),
});

/** Why an account cannot be associated now. */
const AssociationRefusalSchema = z.object({
  provider: LearningProviderSchema,
  code: z.enum([
    'too-soon',
    'too-many',
    'already-associated',
    'other-account',
    /** The transcript is of another account than the associated one: support is asked to read it as that one. */
    'merge-proposed',
    /** The account is read as the associated one already. */
    'merged-account',
    'user-left',
  ]),
  /** The first day on which it is possible, where waiting helps. */
  nextPossibleOn: z.string().nullable(),
  /** The account that is associated in place of this one. */
  accountId: z.string().nullable(),
});
export type AssociationRefusal = z.infer<typeof AssociationRefusalSchema>;

/** How somebody proves that a shared transcript is his or her own. */
const TranscriptProofSchema = z.enum(['code', 'sign-in']);
export type TranscriptProof = z.infer<typeof TranscriptProofSchema>;

/** What was found behind a learning account, and what happens when the person says yes. */
export const AssociationProofSchema = z.object({
  proofId: z.string(),
  method: z.enum(['sign-in', 'transcript']),
  /** `proof-needed`: it is not certain yet that the transcript is the person's. */
  state: z.enum(['proof-needed', 'ready']),
  /** What makes it certain; empty when it is. */
  provedBy: z.array(TranscriptProofSchema),
  providers: z.array(LearningProviderSchema),
  accountId: z.string(),
  accountName: z.string().nullable(),
  /** Of a transcript whose owner is not known yet, so much of the address as its owner recognises it by. */
  accountEmail: z.string().nullable(),
  emailVerified: z.boolean().nullable(),
  workEmail: z.string(),
  /** `null` when the account names no address. */
  sameEmail: z.boolean().nullable(),
  company: z.string(),
  /** Associations that end at the moment this one begins. */
  ends: z.array(
    z.object({
      provider: LearningProviderSchema,
      company: z.string(),
      sameCompany: z.boolean(),
      since: z.string(),
    }),
  ),
  refusals: z.array(AssociationRefusalSchema),
  /** When the account could be associated anew after this; the later day of two providers. */
  nextPossibleOn: z.string().nullable(),
  /** Skills that wait on the account. */
  found: z.array(z.object({ skillId: z.string(), skillTitle: z.string(), achievedOn: z.string() })),
  expiresAt: z.string(),
});
export type AssociationProofView = z.infer<typeof AssociationProofSchema>;

export const AssociatedSchema = z.object({
  value: z.array(
    z.object({
      associationId: z.string(),
      provider: LearningProviderSchema,
      accountId: z.string(),
      nextPossibleOn: z.string(),
    }),
  ),
  /** Records that came with the transcript and are new. */
  recordsAdded: z.number().int(),
});
export type Associated = z.infer<typeof AssociatedSchema>;

export const EndedAssociationSchema = z.object({
  endedAt: z.string(),
  /** The first day on which the account may be associated again, here or elsewhere. */
  nextPossibleOn: z.string(),
});
export type EndedAssociation = z.infer<typeof EndedAssociationSchema>;

/** Skills of an account that go on counting when one association of it ends, and by what. */
const KeptSkillsSchema = z.object({
  /** Another association of the same account, made in PMC or here; or another account that has the skill too. */
  by: z.enum(['pmc', 'partner-center', 'other-account']),
  skills: z.number().int(),
  /** Last day on which it does, of a company that has moved from PMC. */
  until: z.string().nullable(),
});
export type KeptSkills = z.infer<typeof KeptSkillsSchema>;

/** What stops counting when an association ends today. */
export const EndingEffectSchema = z.object({
  skillsCounting: z.number().int(),
  kept: z.array(KeptSkillsSchema),
  /** Why no skill of the account counts as it is; `null` when one does. */
  notCounting: z.enum(['no-skill-known', 'person-left', 'none-counts']).nullable(),
  /** Told to those who may read the levels of the company. */
  levels: DepartureEffectSchema.shape.levels,
  nextPossibleOn: z.string(),
});
export type EndingEffect = z.infer<typeof EndingEffectSchema>;

/** Associations of one user with the company that have not ended. */
export const UserAssociationsSchema = z.object({
  value: z.array(
    z.object({
      associationId: z.string(),
      provider: z.string(),
      accountId: z.string(),
      via: z.enum(['partner-center', 'pmc']),
      since: z.string(),
    }),
  ),
});
export type UserAssociations = z.infer<typeof UserAssociationsSchema>;

/** Why a round with the learning account came to nothing; `?problem=` of the page that says so. */
export const ASSOCIATION_PROBLEMS = [
  'unknown-round',
  'other-browser',
  'other-session',
  'round-over',
  'cancelled',
  'provider-refused',
  'answer-not-valid',
  'provider-unreachable',
  'not-fresh',
  /** The account that signed in is not that of the transcript. */
  'not-the-owner',
  'proof-over',
] as const;
export type AssociationProblem = (typeof ASSOCIATION_PROBLEMS)[number];
