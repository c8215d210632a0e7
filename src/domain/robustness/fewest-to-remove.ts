/**
 * The fewest people to remove so that each of several sets of people loses at least so many: a covering problem over
 * kinds of interchangeable people. Exact: branch and bound on its linear relaxation, which is nearly always whole.
 */
import { maximise } from './linear-program.ts';

/** Interchangeable people: how many there are, and which demands each of them helps to meet. */
export interface Removable {
  readonly count: number;
  readonly demands: readonly number[];
}

const EPSILON = 1e-6;

/** How many of each kind between `low` and `high`, fractions allowed; `null` when the demands cannot be met. */
function relaxed(
  kinds: readonly Removable[],
  demands: readonly number[],
  low: readonly number[],
  high: readonly number[],
): readonly number[] | null {
  const open = [...demands];
  kinds.forEach((kind, index) => {
    for (const demand of kind.demands) open[demand]! -= low[index]!;
  });
  // The dual program starts from a solution: a price for each demand, a rent for each exhausted kind.
  const gains = [
    ...open.map((demand) => Math.max(0, demand)),
    ...low.map((from, index) => from - high[index]!),
  ];
  const rows = kinds.map((kind, index) => [
    ...demands.map((_, demand) => (kind.demands.includes(demand) ? 1 : 0)),
    ...kinds.map((_, other) => (other === index ? -1 : 0)),
  ]);
  const optimum = maximise(gains, rows);
  return optimum === null ? null : optimum.prices.map((price, index) => low[index]! + price);
}

/** Whole numbers that meet the demands, near a solution in fractions: rounded up, then whatever is superfluous less. */
function rounded(
  kinds: readonly Removable[],
  demands: readonly number[],
  fractions: readonly number[],
): number[] {
  const removed = fractions.map((value) => Math.ceil(value - EPSILON));
  const spare = demands.map((demand) => -demand);
  kinds.forEach((kind, index) => {
    for (const demand of kind.demands) spare[demand]! += removed[index]!;
  });
  kinds.forEach((kind, index) => {
    const less = Math.min(removed[index]!, ...kind.demands.map((demand) => spare[demand]!));
    removed[index]! -= less;
    for (const demand of kind.demands) spare[demand]! -= less;
  });
  return removed;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** How many of each kind to remove. All people together must be able to meet every demand. */
export function fewestToRemove(kinds: readonly Removable[], demands: readonly number[]): readonly number[] {
  let best = kinds.map((kind) => kind.count);
  let fewest = Number.POSITIVE_INFINITY;

  function search(low: readonly number[], high: readonly number[]): void {
    const fractions = relaxed(kinds, demands, low, high);
    if (fractions === null) return;
    const bound = Math.ceil(sum(fractions) - EPSILON);
    if (bound >= fewest) return;
    const whole = rounded(kinds, demands, fractions);
    if (sum(whole) < fewest) {
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
