/** What an offer costs on a day, with what is taken off and why. */
import type { Day } from '../time/day.ts';
import type { DatedPrice, MembershipOffer, MembershipPolicy, Money } from './membership-policy.ts';

export interface OfferPrice {
  /** What is paid. */
  readonly money: Money;
  readonly listed: Money;
  /** 0 when nothing is taken off. */
  readonly percentOff: number;
  readonly because: 'upgrade' | 'holder' | null;
}

export function listedPrice({ prices }: MembershipOffer, day: Day): DatedPrice | null {
  return prices.findLast(({ from }) => from === null || from <= day) ?? null;
}

/** A half of the smallest unit is rounded up, in whole numbers all the way. */
function lessPercent({ minor, currency }: Money, percent: number): Money {
  return { minor: Math.floor((minor * (100 - percent) + 50) / 100), currency };
}

/**
 * Null when the offer has no price on the day. Of several reductions the largest one counts.
 * @param held ids of the offers that the company holds
 */
export function offerPrice(
  policy: MembershipPolicy,
  offer: MembershipOffer,
  held: ReadonlySet<string>,
  day: Day,
  act: 'purchase' | 'upgrade' | 'renewal',
): OfferPrice | null {
  const listed = listedPrice(offer, day)?.money;
  if (listed === undefined) return null;
  const upgrade = policy.upgrades.find(({ from, to }) => to === offer.id && held.has(from));
  const reductions = [
    ...(act === 'upgrade' && upgrade !== undefined
      ? [{ percent: upgrade.percent, because: 'upgrade' as const }]
      : []),
    ...offer.discounts
      .filter(({ holdersOf }) => holdersOf.some((id) => held.has(id)))
      .map(({ percent }) => ({ percent, because: 'holder' as const })),
  ];
  const [best] = reductions.sort((left, right) => right.percent - left.percent);
  if (best === undefined || best.percent === 0)
    return { money: listed, listed, percentOff: 0, because: null };
  return {
    money: lessPercent(listed, best.percent),
    listed,
    percentOff: best.percent,
    because: best.because,
  };
}
