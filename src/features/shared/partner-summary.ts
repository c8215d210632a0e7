import type { PartnerSummary } from '../../contract/session.ts';
import type { Partner } from '../../store/partners-store.ts';

export function partnerSummary(partner: Partner, enrolled: boolean): PartnerSummary {
  const { partnerId, name, mpnId, country, market, origin, movedFromPmcOn } = partner;
  return { id: partnerId, name, mpnId, country, market, origin, movedFromPmcOn, enrolled };
}
