/**
 * What a set of options is worth, and what it can be worth at most while some options are undecided. Better means,
 * in this order: more competencies at the highest rank, then at the next, and so on; then more options at the
 * highest rank, and so on; then the earlier option in the order given.
 */
import type { Candidate } from './choose-levels.ts';
import type { PersonKind } from './joint-seats.ts';
import type { PersonLimit } from './person-limits.ts';
import { UsesLeft } from './uses-left.ts';

export const UNDECIDED = -2;
export const OUT = -1;

/** Numbers to compare from the first on. */
export type Worth = readonly number[];

export function isBetter(left: Worth, right: Worth | null): boolean {
  if (right === null) return true;
  for (let index = 0; index < left.length; index++) {
    if (left[index] !== right[index]) return left[index]! > right[index]!;
  }
  return false;
}

export class LevelWorth {
  /** Candidate → number of its way, `OUT` or `UNDECIDED`. */
  readonly wayOf: number[];
  private readonly candidates: readonly Candidate[];
  private readonly uses: UsesLeft;
  private readonly ranks: readonly number[];

  constructor(
    candidates: readonly Candidate[],
    kinds: readonly PersonKind[],
    limits: readonly PersonLimit[],
  ) {
    this.candidates = candidates;
    this.uses = new UsesLeft(candidates, kinds, limits);
    this.ranks = [...new Set(candidates.map(({ rank }) => rank))].sort((left, right) => right - left);
    this.wayOf = candidates.map(() => UNDECIDED);
  }

  /** Competencies by the highest rank chosen, options by rank, then each; undecided ones as if chosen if told so. */
  worth(withUndecided = false): number[] {
    const highest = new Map<number, number>();
    const options = this.ranks.map(() => 0);
    this.candidates.forEach(({ competency, rank }, index) => {
      const way = this.wayOf[index]!;
      if (way === OUT || (way === UNDECIDED && !withUndecided)) return;
      options[this.ranks.indexOf(rank)]!++;
      highest.set(competency, Math.max(rank, highest.get(competency) ?? Number.NEGATIVE_INFINITY));
    });
    const competencies = this.ranks.map((rank) => [...highest.values()].filter((one) => one === rank).length);
    // Several ways to seat an option lead to sets in any order, so the order is part of what they are worth.
    const order = this.wayOf.map((way) => (way === OUT || (way === UNDECIDED && !withUndecided) ? 0 : 1));
    return [...competencies, ...options, ...order];
  }

  /** No completion of what is decided is worth more. */
  mostWorth(at: number): Worth {
    const most = this.worth(true);
    const next = this.candidates[at];
    if (next === undefined) return most;
    const place = this.ranks.indexOf(next.rank);
    const decided = this.worth();
    const further = this.uses.mostFurther(this.wayOf, at, next.rank);
    const reached = decided[place]! + further.length;
    if (reached >= most[place]!) return most;
    // Every level above is decided; competencies that miss this rank may still reach a lower one.
    most[place] = reached;
    const ranks = this.ranks.length;
    let free = new Set(this.possible().map(({ competency }) => competency)).size;
    for (let index = 0; index <= place; index++) free -= most[index]!;
    for (let index = place + 1; index < ranks; index++) {
      const having = this.possible().filter(({ rank }) => rank === this.ranks[index]);
      most[index] = Math.min(free, new Set(having.map(({ competency }) => competency)).size);
    }
    const options = further.reduce((sum, { undecided }) => sum + undecided, decided[ranks + place]!);
    most[ranks + place] = Math.min(most[ranks + place]!, options);
    return most;
  }

  private possible(): readonly Candidate[] {
    return this.candidates.filter((_, index) => this.wayOf[index] !== OUT);
  }
}
