import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { MarkedCompanies, NetworkView } from '../../src/contract/network-view.ts';
import { getJson } from './client.ts';
import { NETWORK_RISK } from './network-risk.ts';

const RENEWED_MS = 60_000;
const PAGE = 100;

/** The names of the address are those of the question. */
type Asked = Readonly<Record<string, string | undefined>>;

function part({ programme, market, country }: Asked) {
  return { programme, market, country };
}

export function networkViewQuery(asked: Asked) {
  return queryOptions({
    queryKey: [...NETWORK_RISK, 'view', part(asked)],
    queryFn: ({ signal }) => getJson<NetworkView>('/network/view', part(asked), signal),
    // Another market or country does not empty the page.
    placeholderData: keepPreviousData,
    refetchInterval: RENEWED_MS,
  });
}

export function markedCompaniesQuery(asked: Asked) {
  const { list, competency, level, state, skill } = asked;
  const question = { ...part(asked), list, competency, level, state, skill };
  return infiniteQueryOptions({
    queryKey: [...NETWORK_RISK, 'marked', question],
    queryFn: ({ pageParam, signal }) =>
      getJson<MarkedCompanies>(
        '/network/view/companies',
        { ...question, skip: pageParam, top: PAGE },
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: ({ count }, pages) => (pages.length * PAGE < count ? pages.length * PAGE : undefined),
  });
}
