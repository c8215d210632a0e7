import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Deliveries, Rejections, Sources } from '../../src/contract/source-health.ts';
import type { UnmatchedRecords } from '../../src/contract/unmatched-records.ts';
import { getJson, getLink } from './client.ts';

/** Under which everything about sources is kept. */
export const SOURCES = ['sources'] as const;

const RENEWED_MS = 30_000;

export const sourcesQuery = queryOptions({
  queryKey: [...SOURCES, 'all'],
  queryFn: ({ signal }) => getJson<Sources>('/sources', {}, signal),
  refetchInterval: RENEWED_MS,
});

/** A list that is read page by page, as its links say. */
function pagesOf<List extends { readonly nextLink?: string | null | undefined }>(
  key: readonly string[],
  path: string,
  parameters: Readonly<Record<string, string | undefined>> = {},
) {
  return infiniteQueryOptions({
    queryKey: [...SOURCES, ...key],
    queryFn: ({ pageParam, signal }) =>
      pageParam === null ? getJson<List>(path, parameters, signal) : getLink<List>(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextLink }) => nextLink ?? undefined,
  });
}

export const deliveriesQuery = (source: string) =>
  pagesOf<Deliveries>(['deliveries', source], `/sources/${source}/deliveries`);

export const rejectionsQuery = (source: string) =>
  pagesOf<Rejections>(['rejections', source], `/sources/${source}/rejections`);

export const unmatchedQuery = (search: string) =>
  pagesOf<UnmatchedRecords>(['unmatched', search], '/unmatched-records', { search });
