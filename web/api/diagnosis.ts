import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { CompanyDiagnosis, Diagnosis, SourceDelayListSchema } from '../../src/contract/diagnosis.ts';
import { getJson } from './client.ts';

export type SourceDelays = z.infer<typeof SourceDelayListSchema>;

/** Within how many hours each source tells of what has happened. */
export const sourceDelaysQuery = queryOptions({
  queryKey: ['source-delays'],
  queryFn: ({ signal }) => getJson<SourceDelays>('/source-delays', {}, signal),
});

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
