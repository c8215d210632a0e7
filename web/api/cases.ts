import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Case, CaseForm, CaseFormQuerySchema, Cases } from '../../src/contract/cases.ts';
import { getJson, getLink } from './client.ts';

/** Under which everything about cases is kept. */
export const CASES = ['cases'] as const;

/** Of one company, or the queue of all of them. */
export function casesQuery(partnerId: string | null, show: 'open' | 'closed') {
  const path = partnerId === null ? '/cases' : `/partners/${partnerId}/cases`;
  return infiniteQueryOptions({
    queryKey: [...CASES, path, show],
    queryFn: ({ pageParam, signal }) =>
      pageParam === null ? getJson<Cases>(path, { show }, signal) : getLink<Cases>(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextLink }) => nextLink ?? undefined,
  });
}

export const casePath = (partnerId: string, caseId: string) => `/partners/${partnerId}/cases/${caseId}`;

export function caseQuery(partnerId: string, caseId: string) {
  return queryOptions({
    queryKey: [...CASES, partnerId, caseId],
    queryFn: ({ signal }) => getJson<Case>(casePath(partnerId, caseId), {}, signal),
  });
}

export type CaseFormAsked = z.input<typeof CaseFormQuerySchema>;

/** What a case of a kind asks for, and of somebody who is named whether it can be opened now. */
export function caseFormQuery(partnerId: string, asked: CaseFormAsked) {
  return queryOptions({
    queryKey: [...CASES, partnerId, 'form', asked],
    queryFn: ({ signal }) => getJson<CaseForm>(`/partners/${partnerId}/case-form`, asked, signal),
    placeholderData: keepPreviousData,
  });
}
