import { z } from 'zod';
import { LearningProviderSchema } from './associations.ts';
import { AsOfSchema, LocalTextSchema } from './common.ts';
import { ReasonSchema } from './explanation.ts';

export const LearningAccountSchema = z.object({
  /** By which it can be ended; `null` of one that has ended, or of another day. */
  associationId: z.string().nullable(),
  provider: z.string(),
  accountId: z.string(),
  /** The contact e-mail of the learning account, when known; a different one is shown, never a silent failure. */
  email: z.string().nullable(),
  sameEmail: z.boolean().nullable(),
  via: z.enum(['partner-center', 'pmc']),
  since: z.string(),
  until: z.string().nullable(),
  nextPossibleChangeOn: z.string().nullable(),
});
export type LearningAccount = z.infer<typeof LearningAccountSchema>;

/** One of the two purposes for which a person associates a learning account. */
export const LearningPurposeSchema = z.object({
  provider: LearningProviderSchema,
  purpose: z.enum(['exams-and-certifications', 'training-and-assessments']),
  /** `only-pmc`: associated in the former portal and not yet here. */
  state: z.enum(['associated', 'only-pmc', 'not-associated']),
  account: LearningAccountSchema.nullable(),
  /** After an association, or a new skill, the source tells of it within so many hours. */
  expectedWithinHours: z.number().int(),
  /** Until when an association made in the former portal alone counts; `null` while nobody knows, or it does not matter. */
  pmcCountsUntil: z.string().nullable(),
});
export type LearningPurpose = z.infer<typeof LearningPurposeSchema>;

/** The associations of a person with the company, ended ones too, and what there is to associate. */
export const LearningAccountListSchema = z.object({
  value: z.array(LearningAccountSchema),
  purposes: z.array(LearningPurposeSchema),
  /** Whether the provider of learning accounts can be asked here. */
  signInAvailable: z.boolean(),
  /** Day of the access to Partner University: given by the company, or shown by an associated account. */
  partnerUniversitySince: z.string().nullable(),
  /** Whom the person can turn to: the other account admins and global admins, by name. */
  administrators: z.array(z.object({ displayName: z.string(), workEmail: z.string() })),
});
export type LearningAccountList = z.infer<typeof LearningAccountListSchema>;

/** To whom the profile was sent. */
export const SentProfileSchema = z.object({
  sentTo: z.array(z.object({ displayName: z.string(), workEmail: z.string() })),
});
export type SentProfile = z.infer<typeof SentProfileSchema>;

export const OwnSkillSchema = z.object({
  recordId: z.string(),
  skillId: z.string(),
  skillType: z.string(),
  skillTitle: z.string(),
  provider: z.string(),
  source: z.string(),
  achievedOn: z.string(),
  expiresOn: z.string().nullable(),
  retiredOn: z.string().nullable(),
  countsNow: z.boolean(),
  reason: ReasonSchema.nullable(),
  countsFor: z.array(
    z.object({
      competency: z.string(),
      option: z.string().nullable(),
      name: LocalTextSchema,
      /** Null of the only way of its time, which has no name. */
      optionName: LocalTextSchema.nullable(),
    }),
  ),
});
export type OwnSkill = z.infer<typeof OwnSkillSchema>;

export const OwnSkillsSchema = z.object({ value: z.array(OwnSkillSchema), asOf: AsOfSchema });
export type OwnSkills = z.infer<typeof OwnSkillsSchema>;
