import { z } from 'zod';
import { AsOfSchema, LocalTextSchema } from './common.ts';
import { ReasonSchema } from './explanation.ts';

export const LearningAccountSchema = z.object({
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

export const LearningAccountListSchema = z.object({ value: z.array(LearningAccountSchema) });

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
