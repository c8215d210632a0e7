/**
 * The counts of people that keep the seats of a plan filled (Hall's condition): for a set of seat classes, at least as
 * many people who can fill any of them as they have seats. Sets that can only break after another are left out.
 */
import { atLeast, type PeopleBound } from './fewest-departures.ts';

/** How many seats each class has. */
type Seats = readonly { readonly count: number }[];

/** The predicates that each type of people satisfies. */
export type TypePredicates = readonly ReadonlySet<number>[];

/** Sets of classes that no further class can join without bringing further people: what is left of all others. */
function closedSets(classes: number, masks: readonly number[]): readonly number[] {
  const all = 2 ** classes - 1;
  const unions = new Set([0]);
  for (const mask of new Set(masks)) for (const union of [...unions]) unions.add(union | mask);
  return [...unions].map((union) => all & ~union).filter((set) => set !== 0);
}

/** Whether people who can fill several of the classes hold them together; else one of the parts breaks before. */
function isConnected(set: number, masks: readonly number[]): boolean {
  let reached = set & -set;
  for (let before = 0; before !== reached; ) {
    before = reached;
    for (const mask of masks) if (mask & reached) reached |= mask & set;
  }
  return reached === set;
}

function seatsOf(plan: Seats, set: number): number {
  return plan.reduce((sum, seats, index) => (set & (1 << index) ? sum + seats.count : sum), 0);
}

/** `masks[type]` says which classes people of a type can fill. */
export function planBounds(plan: Seats, masks: readonly number[]): readonly PeopleBound[] {
  return closedSets(plan.length, masks)
    .filter((set) => isConnected(set, masks))
    .map((set) => {
      const types = masks.flatMap((mask, type) => (mask & set ? [type] : []));
      return atLeast(types, seatsOf(plan, set));
    });
}
