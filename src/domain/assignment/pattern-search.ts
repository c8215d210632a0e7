/**
 * Whole people in patterns (see pattern-program.ts): where the linear program divides people, it is asked again with
 * at least one more, and with at most so many, of a group in some seats. That ends, because there are only so many.
 */
import type { Branch, PatternProgram, PatternShare } from './pattern-program.ts';

export type Searched<Seats> =
  | { readonly kind: 'seated'; readonly seats: Seats }
  /** These demands cannot all be filled. */
  | { readonly kind: 'impossible'; readonly demands: readonly number[] }
  | { readonly kind: 'unknown' };

/** Patterns of whole people, by group. */
export type WholeShares = readonly (readonly PatternShare[])[];

const EPSILON = 1e-5;

/** `tryOut` looks whether people in these patterns, perhaps with some changes, fill all seats. */
export function searchPatterns<Seats>(
  program: PatternProgram,
  tryOut: (held: WholeShares) => Seats | null,
  branches: readonly Branch[] = [],
): Searched<Seats> {
  const answer = program.solve(branches);
  if (answer.kind !== 'shares') return answer;
  const seats = tryOut(wholePeople(program, answer.shares));
  if (seats !== null) return { kind: 'seated', seats };
  const split = mostDivided(answer.shares);
  if (split === null) return { kind: 'unknown' };
  const { group, demand, people } = split;
  const count = Math.floor(people);
  const demands = new Set<number>();
  for (const branch of [
    { group, demand, atLeast: true, count: count + 1 },
    { group, demand, atLeast: false, count },
  ]) {
    const found = searchPatterns(program, tryOut, [...branches, branch]);
    if (found.kind !== 'impossible') return found;
    for (const one of found.demands) demands.add(one);
  }
  return { kind: 'impossible', demands: [...demands] };
}

/** Of each group as many whole people as it has, the greatest parts rounded up. */
function wholePeople({ groups }: PatternProgram, shares: readonly PatternShare[]): WholeShares {
  return groups.map(({ count }, group) => {
    const own = shares.filter((share) => share.group === group);
    const whole = own.map((share) => ({ ...share, people: Math.floor(share.people + EPSILON) }));
    let left = count - whole.reduce((sum, { people }) => sum + people, 0);
    const parts = own
      .map(({ people }, index) => ({ index, part: people - whole[index]!.people }))
      .filter(({ part }) => part > EPSILON)
      .sort((one, other) => other.part - one.part || one.index - other.index);
    for (const { index } of parts) {
      if (left === 0) break;
      whole[index]!.people++;
      left--;
    }
    return whole;
  });
}

/** The seats of a group that a number of people nearest to a half divide. */
function mostDivided(shares: readonly PatternShare[]) {
  const sums = new Map<string, { readonly group: number; readonly demand: number; people: number }>();
  for (const { group, seats, people } of shares) {
    for (const demand of seats) {
      const known = sums.get(`${group} ${demand}`);
      if (known === undefined) sums.set(`${group} ${demand}`, { group, demand, people });
      else known.people += people;
    }
  }
  let most: { readonly group: number; readonly demand: number; people: number } | null = null;
  let nearest = 0.5 - EPSILON;
  for (const sum of sums.values()) {
    const distance = Math.abs(sum.people - Math.floor(sum.people) - 0.5);
    if (distance >= nearest) continue;
    most = sum;
    nearest = distance;
  }
  return most;
}
