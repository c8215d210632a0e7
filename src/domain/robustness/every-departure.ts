/**
 * The smallest number of people whose leaving loses something, by going through all who may leave: for small companies,
 * where the bounds that keep it are too weak to search by. What is known to keep it is not asked for again.
 */
import type { KeptBy, PeopleBound } from './fewest-departures.ts';
import type { WorkLimit } from './work-limit.ts';

/** In how many ways at most so many people of these types can leave; more than `enough` are not counted. */
export function departureCount(counts: readonly number[], people: number, enough: number): number {
  let ways = new Array<number>(people + 1).fill(0);
  ways[0] = 1;
  for (const count of counts) {
    ways = ways.map((_, total) => {
      let sum = 0;
      for (let leaving = 0; leaving <= Math.min(count, total); leaving++) sum += ways[total - leaving]!;
      return Math.min(sum, enough + 1);
    });
  }
  return ways.reduce((sum, number) => Math.min(sum + number, enough + 1), 0);
}

function holds({ types, side, people }: PeopleBound, left: readonly number[]): boolean {
  let there = 0;
  for (const type of types) there += left[type]!;
  return side === 'at-least' ? there >= people : there <= people;
}

/** Everybody but so many people, in every way. */
function* leaving(counts: readonly number[], people: number, from = 0): Iterable<readonly number[]> {
  if (people === 0) yield counts;
  else if (from < counts.length) {
    for (let gone = Math.min(counts[from]!, people); gone >= 0; gone--) {
      yield* leaving(counts.with(from, counts[from]! - gone), people - gone, from + 1);
    }
  }
}

/** So many leavers lose it if nobody fewer do: `most`. Once the limit is reached, only that fewer people do not lose it. */
export function fewestOfAll(
  counts: readonly number[],
  keptBy: KeptBy,
  most: number,
  limit: WorkLimit,
): number {
  const keeping: (readonly PeopleBound[])[] = [];
  for (let people = 1; people < most; people++) {
    for (const left of leaving(counts, people)) {
      if (keeping.some((bounds) => bounds.every((bound) => holds(bound, left)))) continue;
      const bounds = keptBy(left);
      if (bounds === null || limit.reached) return people;
      keeping.push(bounds);
    }
  }
  return most;
}
