import type { NewSkillRecord } from '../../../src/store/skill-records-store.ts';

/** A record of a file about one account of Microsoft Learning. */
export function recordOf(
  accountId: string,
  skill: string,
  achievedOn: string,
  more: Partial<NewSkillRecord> = {},
): NewSkillRecord {
  return {
    provider: 'microsoft-learning',
    accountId,
    workEmail: null,
    skill,
    titleAsGiven: skill,
    achievedOn,
    expiresOn: null,
    revokedOn: null,
    certificateNumber: null,
    source: 'microsoft-learning',
    grade: 2,
    externalId: null,
    ...more,
  };
}
