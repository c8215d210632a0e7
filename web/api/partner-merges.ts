import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  PartnerMergePreview,
  PartnerMergeQuestion,
  PartnerMergeRunView,
  PartnerMerges,
} from '../../src/contract/partner-merges.ts';
import { getJson, getLink, sendJson } from './client.ts';

export const PARTNER_MERGES = '/network/partner-merges';

const UNDER_WAY_MS = 1_000;

export function isMergeUnderWay({ state }: Pick<PartnerMergeRunView, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

export const partnerMergeRunQuery = (mergeId: string) =>
  queryOptions({
    queryKey: ['network-companies', 'merge-run', mergeId],
    queryFn: ({ signal }) => getJson<PartnerMergeRunView>(`${PARTNER_MERGES}/${mergeId}`, {}, signal),
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && isMergeUnderWay(data) ? UNDER_WAY_MS : false,
  });

export const partnerMergePreviewQuery = (question: PartnerMergeQuestion) =>
  queryOptions({
    queryKey: ['network-companies', 'merge', question],
    queryFn: () => sendJson<PartnerMergePreview>('POST', `${PARTNER_MERGES}/preview`, question),
    // The effect is of this moment: it is asked for anew whenever the page is come back to.
    gcTime: 0,
  });

export const partnerMergesQuery = infiniteQueryOptions({
  queryKey: ['network-companies', 'merges'],
  queryFn: ({ pageParam, signal }) =>
    pageParam === null
      ? getJson<PartnerMerges>(PARTNER_MERGES, {}, signal)
      : getLink<PartnerMerges>(pageParam, signal),
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextLink }) => nextLink ?? undefined,
  refetchInterval: ({ state: { data } }) =>
    data?.pages[0]?.open.some(isMergeUnderWay) === true ? UNDER_WAY_MS : false,
});
