import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { NetworkCompanies, NetworkList, NetworkRisk } from '../../src/contract/network-risk.ts';
import { getJson } from './client.ts';

/** Under which everything about the network is kept. */
export const NETWORK_RISK = ['network-risk'] as const;

const UNDER_WAY_MS = 2_000;
const AT_REST_MS = 60_000;
const PAGE = 100;

/** Asked again and again: work that is under way moves. */
export const networkRiskQuery = queryOptions({
  queryKey: [...NETWORK_RISK, 'run'],
  queryFn: ({ signal }) => getJson<NetworkRisk>('/network-risk', {}, signal),
  refetchInterval: ({ state }) =>
    state.data?.run != null && state.data.run.finishedAt === null ? UNDER_WAY_MS : AT_REST_MS,
});

export function networkCompaniesQuery(show: NetworkList) {
  return infiniteQueryOptions({
    queryKey: [...NETWORK_RISK, 'companies', show],
    queryFn: ({ pageParam, signal }) =>
      getJson<NetworkCompanies>('/network-risk/companies', { show, skip: pageParam, top: PAGE }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ count }, pages) => (pages.length * PAGE < count ? pages.length * PAGE : undefined),
  });
}
