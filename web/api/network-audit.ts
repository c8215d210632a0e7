import { infiniteQueryOptions } from '@tanstack/react-query';
import type { NetworkAudit } from '../../src/contract/network-audit.ts';
import { getJson, getLink, type Parameters } from './client.ts';

export const NETWORK_AUDIT = '/network/audit-events';

export function networkAuditQuery(conditions: Parameters) {
  return infiniteQueryOptions({
    queryKey: ['network-audit', conditions],
    queryFn: ({ pageParam, signal }) =>
      pageParam === null
        ? getJson<NetworkAudit>(NETWORK_AUDIT, conditions, signal)
        : getLink<NetworkAudit>(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextLink }) => nextLink ?? undefined,
    // What is shown was asked for once: asking again by itself would leave an entry that nobody meant.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
}
