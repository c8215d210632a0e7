import type { MembershipPolicyView } from '../../contract/memberships.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { listedPrice } from '../../domain/membership/offer-price.ts';
import type { Day } from '../../domain/time/day.ts';
import { membershipOf } from './offer-question.ts';

/** What the programme sells on a day, with what it gives. */
export function membershipPolicyView(programme: Programme, day: Day): MembershipPolicyView {
  const policy = membershipOf(programme);
  const names = new Map(programme.competencies.map(({ id, name }) => [id, name]));
  return {
    programme: programme.id,
    offers: policy.offers.map((offer) => ({
      offer: offer.id,
      name: offer.name,
      level: offer.level,
      price: listedPrice(offer, day)?.money ?? null,
    })),
    benefits: policy.benefits.map(({ id, name, competencies, amounts }) => ({
      benefit: id,
      name,
      competencies: competencies?.map((competency) => ({ competency, name: names.get(competency)! })) ?? null,
      amounts: Object.fromEntries(amounts),
    })),
    upgrades: [...policy.upgrades],
    termDays: policy.termDays,
    cancellationDays: policy.cancellationDays,
    transferDays: policy.transferDays,
    source: policy.source,
  };
}
