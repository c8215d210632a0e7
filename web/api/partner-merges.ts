import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  PartnerMergePreview,
  PartnerMergeQuestion,
  PartnerMerges,
} from '../../src/contract/partner-merges.ts';
import { getJson, getLink, sendJson } from './client.ts';

export const PARTNER_MERGES = '/network/partner-merges';

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
});
