/**
 * The fewest people to remove so that each of several sets of people loses at least so many, and others at most so
 * many: a covering problem over kinds of interchangeable people. Exact: branch and bound on its linear relaxation,
 * which is nearly always whole.
 */
import { maximise } from './linear-program.ts';

/** Interchangeable people: how many there are, and the numbers of the sets to which each of them belongs. */
export interface Removable {
  readonly count: number;
  readonly sets: readonly number[];
}

/** A set of people loses from `least` to `most` of them. */
export interface Loss {
  readonly least: number;
  readonly most: number;
}

const EPSILON = 1e-6;

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function lostBy(kinds: readonly Removable[], removed: readonly number[], set: number): number {
  return sum(removed.map((count, index) => (kinds[index]!.sets.includes(set) ? count : 0)));
}

/** How many of each kind between `low` and `high`, fractions allowed; `null` when the losses cannot be had. */
function relaxed(
  kinds: readonly Removable[],
  losses: readonly Loss[],
  low: readonly number[],
  high: readonly number[],
): readonly number[] | null {
  const taken = losses.map((_, set) => lostBy(kinds, low, set));
  const limited = losses.flatMap(({ most }, set) => (Number.isFinite(most) ? [set] : []));
  // The dual program starts from a solution: a price for each demand, a rent for each limit and exhausted kind.
  const gains = [
    ...losses.map(({ least }, set) => Math.max(0, least - taken[set]!)),
    ...limited.map((set) => taken[set]! - losses[set]!.most),
    ...low.map((from, index) => from - high[index]!),
  ];
  const rows = kinds.map((kind, index) => [
    ...losses.map((_, set) => (kind.sets.includes(set) ? 1 : 0)),
    ...limited.map((set) => (kind.sets.includes(set) ? -1 : 0)),
    ...kinds.map((_, other) => (other === index ? -1 : 0)),
  ]);
  const optimum = limited.some((set) => taken[set]! > losses[set]!.most) ? null : maximise(gains, rows);
  return optimum === null ? null : optimum.prices.map((price, index) => low[index]! + price);
}

/** Whole numbers near a solution in fractions: rounded up, then whatever is superfluous less. */
function rounded(
  kinds: readonly Removable[],
  losses: readonly Loss[],
  fractions: readonly number[],
): readonly number[] | null {
  const removed = fractions.map((value) => Math.ceil(value - EPSILON));
  const spare = losses.map(({ least }, set) => lostBy(kinds, removed, set) - least);
  kinds.forEach((kind, index) => {
    const less = Math.min(removed[index]!, ...kind.sets.map((set) => spare[set]!));
    removed[index]! -= less;
    for (const set of kind.sets) spare[set]! -= less;
  });
  return losses.every(({ most }, set) => lostBy(kinds, removed, set) <= most) ? removed : null;
}

/** How many of each kind to remove; `null` when the losses cannot be had together. */
export function fewestToRemove(
  kinds: readonly Removable[],
  losses: readonly Loss[],
): readonly number[] | null {
  let best: readonly number[] | null = null;
  let fewest = Number.POSITIVE_INFINITY;

  function search(low: readonly number[], high: readonly number[]): void {
    const fractions = relaxed(kinds, losses, low, high);
    if (fractions === null) return;
    const bound = Math.ceil(sum(fractions) - EPSILON);
    if (bound >= fewest) return;
    const whole = rounded(kinds, losses, fractions);
    if (whole !== null && sum(whole) < fewest) {
      best = whole;
      fewest = sum(whole);
    }
    const split = fractions.findIndex((value) => Math.abs(value - Math.round(value)) > EPSILON);
    if (bound >= fewest || split < 0) return;
    const at = Math.floor(fractions[split]!);
    search(low.with(split, at + 1), high);
    search(low, high.with(split, at));
  }

  search(
    kinds.map(() => 0),
    kinds.map((kind) => kind.count),
  );
  return best;
}
