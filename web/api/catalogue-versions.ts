import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  CatalogueVersions,
  DraftFile,
  DraftView,
  RehearsalList,
  RehearsalView,
  RehearsedCompanies,
} from '../../src/contract/catalogue-versions.ts';
import { getJson } from './client.ts';

/** Under which everything about versions of the rules is kept. */
export const CATALOGUE = ['catalogue-versions'] as const;

const UNDER_WAY_MS = 1_500;
const PAGE = 100;

export const catalogueQuery = queryOptions({
  queryKey: [...CATALOGUE, 'all'],
  queryFn: ({ signal }) => getJson<CatalogueVersions>('/catalogue', {}, signal),
});

function isUnderWay({ state }: RehearsalView): boolean {
  return state === 'queued' || state === 'running';
}

export function draftQuery(draftId: string) {
  return queryOptions({
    queryKey: [...CATALOGUE, 'draft', draftId],
    queryFn: ({ signal }) => getJson<DraftView>(`/catalogue/drafts/${draftId}`, {}, signal),
    // A rehearsal that is under way moves.
    refetchInterval: ({ state }) => (state.data?.rehearsals.some(isUnderWay) ? UNDER_WAY_MS : false),
  });
}

export function draftFileQuery(draftId: string, path: string) {
  return queryOptions({
    queryKey: [...CATALOGUE, 'file', draftId, path],
    queryFn: ({ signal }) => getJson<DraftFile>(`/catalogue/drafts/${draftId}/file`, { path }, signal),
    // What is being written is not replaced under the hands of the writer.
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
}

export function rehearsedQuery({ rehearsalId, done }: RehearsalView, show: RehearsalList) {
  return infiniteQueryOptions({
    queryKey: [...CATALOGUE, 'rehearsed', rehearsalId, show, done],
    queryFn: ({ pageParam, signal }) =>
      getJson<RehearsedCompanies>(
        `/catalogue/rehearsals/${rehearsalId}/companies`,
        { show, skip: pageParam, top: PAGE },
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: ({ count }, pages) => (pages.length * PAGE < count ? pages.length * PAGE : undefined),
  });
}
