import { queryOptions } from '@tanstack/react-query';
import type { CompanyDiagnosis, Diagnosis } from '../../src/contract/diagnosis.ts';
import { getJson } from './client.ts';

interface MissedSkill {
  readonly skill?: string | undefined;
  readonly achievedOn?: string | undefined;
}

/** Why the skills of a person are not seen or do not count; of one skill when it is named. */
export function diagnosisQuery(partner: string, userId: string, { skill, achievedOn }: MissedSkill = {}) {
  const asked = { skill, achievedOn: skill === undefined ? undefined : achievedOn };
  return queryOptions({
    queryKey: ['partner', partner, 'diagnosis', userId, asked],
    queryFn: ({ signal }) =>
      getJson<Diagnosis>(`/partners/${partner}/users/${encodeURIComponent(userId)}/diagnosis`, asked, signal),
  });
}

export function companyDiagnosisQuery(partner: string) {
  return queryOptions({
    queryKey: ['partner', partner, 'diagnosis'],
    queryFn: ({ signal }) => getJson<CompanyDiagnosis>(`/partners/${partner}/diagnosis`, {}, signal),
  });
}
