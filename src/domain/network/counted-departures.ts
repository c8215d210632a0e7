/**
 * The fewest people whose leaving loses a level that counts alone decide: of every way that is open one bound must
 * break. For one bound that is its spare people and one more; for two, whoever is in both counts twice; beyond that it
 * is a covering problem. The answer is the one of robustness/, which searches where counts alone do not decide.
 */
import { fewestToRemove } from '../robustness/fewest-to-remove.ts';
import type { CountBound, LevelPlan, Way } from './level-plans.ts';

interface Demand {
  /** Bit of the predicate in the masks of the level. */
  readonly bit: number;
  /** How many of those who satisfy it must leave. */
  readonly people: number;
}

function peopleWith(bits: number, byMask: Int32Array): number {
  let people = 0;
  for (let mask = 1; mask < byMask.length; mask++) if ((mask & bits) === bits) people += byMask[mask]!;
  return people;
}

function covered(demands: readonly Demand[], byMask: Int32Array): number {
  const largest = demands.reduce((most, { people }) => Math.max(most, people), 0);
  if (demands.length === 1) return largest;
  const inAll = peopleWith(
    demands.reduce((bits, { bit }) => bits | bit, 0),
    byMask,
  );
  if (inAll >= largest) return largest;
  if (demands.length === 2) return Math.max(largest, demands[0]!.people + demands[1]!.people - inAll);
  const kinds = new Map<string, { count: number; sets: number[] }>();
  for (let mask = 1; mask < byMask.length; mask++) {
    if (byMask[mask] === 0) continue;
    const met = demands.flatMap(({ bit }, index) => (mask & bit ? [index] : []));
    if (met.length === 0) continue;
    const key = met.join();
    const kind = kinds.get(key) ?? { count: 0, sets: met };
    kind.count += byMask[mask]!;
    kinds.set(key, kind);
  }
  const losses = demands.map(({ people }) => ({ least: people, most: Number.POSITIVE_INFINITY }));
  // All together they can always leave: every demand is at most the people who satisfy its predicate.
  return fewestToRemove([...kinds.values()], losses)!.reduce((sum, count) => sum + count, 0);
}

/**
 * How many departures the level survives, whoever leaves; `null` when it is kept whoever leaves. `open` are the ways
 * in which it is met; `byMask` counts the people of the level by mask, where there are several ways.
 */
export function countedDepartures(
  plan: LevelPlan,
  open: readonly Way[],
  satisfied: Int32Array,
  byMask: Int32Array,
): number | null {
  for (const { bounds } of open) if (bounds.length === 0) return null;
  const toBreak = ({ predicate, atLeast }: CountBound) => satisfied[predicate]! - atLeast + 1;
  if (open.length === 1) {
    let least = Number.POSITIVE_INFINITY;
    for (const bound of open[0]!.bounds) least = Math.min(least, toBreak(bound));
    return least - 1;
  }
  let fewest = Number.POSITIVE_INFINITY;

  function choose(next: number, demands: readonly Demand[]): void {
    if (demands.some(({ people }) => people >= fewest)) return;
    if (next === open.length) {
      fewest = Math.min(fewest, covered(demands, byMask));
      return;
    }
    for (const bound of open[next]!.bounds) {
      const bit = 1 << plan.predicates.indexOf(bound.predicate);
      const people = toBreak(bound);
      const same = demands.find((demand) => demand.bit === bit);
      if (same === undefined) choose(next + 1, [...demands, { bit, people }]);
      else if (same.people >= people) choose(next + 1, demands);
      else choose(next + 1, [...demands.filter((demand) => demand !== same), { bit, people }]);
    }
  }

  choose(0, []);
  return fewest - 1;
}
