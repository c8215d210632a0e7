/** Short ways to say what an invented person holds. */
import type { DemoAccount, DemoAssociation, DemoRecord } from './demo-plan.ts';

type Particulars = Partial<Omit<DemoRecord, 'skill' | 'achievedOn'>>;

/** A record pushed by its own provider: Partner University for assessments, Microsoft Learning for the rest. */
export function passed(skill: string, achievedOn: string, particulars: Particulars = {}): DemoRecord {
  return {
    skill,
    achievedOn,
    expiresOn: null,
    revokedOn: null,
    source: skill.startsWith('assessment:') ? 'partner-university' : 'microsoft-learning',
    certificateNumber: null,
    grade: 4,
    ...particulars,
  };
}

export function viaPartnerCenter(from: string, until: string | null = null): DemoAssociation {
  return { via: 'partner-center', from, until };
}

export function viaPmc(from: string, until: string | null = null): DemoAssociation {
  return { via: 'pmc', from, until };
}

export function microsoftLearning(
  accountId: string,
  email: string,
  associations: readonly DemoAssociation[],
  records: readonly DemoRecord[],
): DemoAccount {
  return { provider: 'microsoft-learning', accountId, email, associations, records };
}

export function partnerUniversity(
  accountId: string,
  email: string,
  associations: readonly DemoAssociation[],
  records: readonly DemoRecord[],
): DemoAccount {
  return { provider: 'partner-university', accountId, email, associations, records };
}
