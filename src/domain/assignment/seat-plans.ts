/**
 * Divides the seats of people requirements into classes. A requirement for N people of which M also hold something
 * has M special seats and N − M plain ones. Several of-whiches may fall on the same person, so the seats can be
 * divided in several ways: each way is a plan, and the best plan decides.
 */
import type { PeopleLeaf, SeatClass } from '../evaluation/compiled-programme.ts';

/** A division of one requirement's seats: how many seats demand exactly the of-whiches of each set. */
type Division = readonly { readonly ofWhich: number; readonly count: number }[];

function divisions(counts: readonly number[], seats: number): readonly Division[] {
  const found: Division[] = [];
  const sets = (1 << counts.length) - 1;

  function choose(set: number, left: readonly number[], free: number, chosen: Division): void {
    if (set === 0) {
      if (left.every((count) => count === 0)) found.push([...chosen, { ofWhich: 0, count: free }]);
      return;
    }
    let most = free;
    for (let index = 0; index < left.length; index++)
      if (set & (1 << index)) most = Math.min(most, left[index]!);
    for (let count = most; count >= 0; count--) {
      const rest = left.map((needed, index) => (set & (1 << index) ? needed - count : needed));
      choose(set - 1, rest, free - count, count > 0 ? [...chosen, { ofWhich: set, count }] : chosen);
    }
  }

  choose(sets, counts, seats, []);
  return found;
}

/** Predicates of a group of requirements: for each its base, then one for each of-which. */
export function groupPredicates(leaves: readonly PeopleLeaf[]): readonly number[] {
  return leaves.flatMap((leaf) => [leaf.base, ...leaf.ofWhich.map((also) => also.both)]);
}

export function seatPlans(leaves: readonly PeopleLeaf[]): readonly (readonly SeatClass[])[] {
  let plans: readonly (readonly SeatClass[])[] = [[]];
  let firstBit = 0;
  for (const leaf of leaves) {
    const base = firstBit;
    const ways = divisions(
      leaf.ofWhich.map((also) => also.count),
      leaf.need,
    ).map((division) =>
      division
        .filter(({ count }) => count > 0)
        .map(({ ofWhich, count }) => ({ leaf, bits: (1 << base) | (ofWhich << (base + 1)), count })),
    );
    plans = plans.flatMap((before) => ways.map((way) => [...before, ...way]));
    firstBit += 1 + leaf.ofWhich.length;
  }
  return plans;
}

/** Turns counts by satisfied predicates into counts by the classes of a plan that people can fill. */
export function classSupply(
  plan: readonly SeatClass[],
  people: ReadonlyMap<number, number>,
): Map<number, number> {
  const supply = new Map<number, number>();
  for (const [satisfied, count] of people) {
    const mask = classMask(plan, satisfied);
    supply.set(mask, (supply.get(mask) ?? 0) + count);
  }
  return supply;
}

export function classMask(plan: readonly SeatClass[], satisfied: number): number {
  let mask = 0;
  for (let index = 0; index < plan.length; index++) {
    const { bits } = plan[index]!;
    if ((satisfied & bits) === bits) mask |= 1 << index;
  }
  return mask;
}
