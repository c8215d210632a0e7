import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  JoinPolicy,
  JoinRequests,
  JoinRequestView,
  JoinStanding,
  NetworkCompanyList,
} from '../../src/contract/joining.ts';
import { getJson, getLink } from './client.ts';

/** Under which everything about companies of the network is kept. */
const COMPANIES = ['network-companies'] as const;

export function companiesQuery(search: string, enrolled: string | undefined) {
  return infiniteQueryOptions({
    queryKey: [...COMPANIES, 'list', search, enrolled ?? ''],
    queryFn: ({ pageParam, signal }) =>
      pageParam === null
        ? getJson<NetworkCompanyList>('/network/companies', { search, enrolled }, signal)
        : getLink<NetworkCompanyList>(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextLink }) => nextLink ?? undefined,
  });
}

export const joinRequestsQuery = (state: JoinRequestView['state']) =>
  queryOptions({
    queryKey: [...COMPANIES, 'requests', state],
    queryFn: ({ signal }) => getJson<JoinRequests>('/join-requests', { state, top: 200 }, signal),
  });

export const joinPolicyQuery = queryOptions({
  queryKey: [...COMPANIES, 'policy'],
  queryFn: ({ signal }) => getJson<JoinPolicy>('/join-policy', {}, signal),
});

export const joinStandingQuery = (partner: string) =>
  queryOptions({
    queryKey: ['partner', partner, 'join'],
    queryFn: ({ signal }) => getJson<JoinStanding>(`/partners/${partner}/join-request`, {}, signal),
  });
