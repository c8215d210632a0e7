/** What one company holds that was two, from the day on which they became one. */
import type { FactsMembership } from '../facts/facts-document.ts';
import type { MembershipOffer, MembershipPolicy } from '../membership/membership-policy.ts';
import type { Holding } from '../membership/membership-terms.ts';
import { type Day, formatDay } from '../time/day.ts';

/** Held on the day, or paid for and about to begin. */
function isAhead({ state, anniversary }: Holding, day: Day): boolean {
  return (state === 'active' || state === 'upcoming') && anniversary > day;
}

/** Offers with a level stand in one place; each other one in its own. */
function placeOf({ id, level }: MembershipOffer): string {
  return level === null ? id : '';
}

/**
 * Memberships to be recorded for the company that goes on: in each place the largest offer that either holds, until the
 * latest anniversary of both. Nothing is recorded where it holds just that already; what it held before is taken over by
 * what is recorded, see `membership-terms.ts`.
 */
export function mergedMemberships(
  { offers }: Pick<MembershipPolicy, 'offers'>,
  from: readonly Holding[],
  into: readonly Holding[],
  day: Day,
): readonly FactsMembership[] {
  const places = new Set(from.filter((holding) => isAhead(holding, day)).map(({ offer }) => placeOf(offer)));
  return [...places].flatMap((place): FactsMembership[] => {
    const ahead = [...from, ...into].filter(
      (holding) => isAhead(holding, day) && placeOf(holding.offer) === place,
    );
    const anniversary = Math.max(...ahead.map((holding) => holding.anniversary)) as Day;
    const running = ahead.filter(({ state }) => state === 'active');
    const offer = (running.length > 0 ? running : ahead)
      .map((holding) => holding.offer)
      .sort((one, other) => offers.indexOf(other) - offers.indexOf(one))[0]!;
    const own = into.some(
      (holding) =>
        isAhead(holding, day) && holding.offer.id === offer.id && holding.anniversary === anniversary,
    );
    return own ? [] : [{ offer: offer.id, activeFrom: formatDay(day), anniversary: formatDay(anniversary) }];
  });
}
