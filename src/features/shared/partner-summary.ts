import type { PartnerSummary } from '../../contract/session.ts';
import type { Partner } from '../../store/partners-store.ts';

export function partnerSummary(partner: Partner, enrolled: boolean): PartnerSummary {
  const { partnerId, name, mpnId, country, market, origin, movedFromPmcOn, mergedAt, mergedInto } = partner;
  const merged = mergedAt === null ? {} : { mergedAt: mergedAt.toISOString(), mergedInto };
  return { id: partnerId, name, mpnId, country, market, origin, movedFromPmcOn, enrolled, ...merged };
}
