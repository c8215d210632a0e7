import { queryOptions } from '@tanstack/react-query';
import type { BusinessProfileView } from '../../src/contract/business-profile.ts';
import type { ReferralDetail } from '../../src/contract/referrals.ts';
import { getJson, getTagged } from './client.ts';

export function businessProfileQuery(partner: string) {
  return queryOptions({
    queryKey: ['partner', partner, 'business-profile'],
    queryFn: ({ signal }) => getTagged<BusinessProfileView>(`/partners/${partner}/business-profile`, signal),
  });
}

export function referralQuery(partner: string, referralId: string) {
  return queryOptions({
    queryKey: ['partner', partner, 'referral', referralId],
    queryFn: ({ signal }) =>
      getJson<ReferralDetail>(`/partners/${partner}/referrals/${encodeURIComponent(referralId)}`, {}, signal),
  });
}
