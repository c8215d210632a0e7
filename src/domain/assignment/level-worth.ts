/**
 * What a set of options is worth, and what it can be worth at most while some options are undecided. Better means,
 * in this order: more competencies at the highest rank, then at the next, and so on; then more options at the
 * highest rank, and so on; then the earlier option in the order given.
 */
import type { Candidate, Way } from './choose-levels.ts';
import { canFill, type PersonKind } from './joint-seats.ts';
import type { PersonLimit } from './person-limits.ts';

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
  private readonly limits: readonly PersonLimit[];
  private readonly ranks: readonly number[];
  /** Limit → how many uses all people together can give. */
  private readonly supply: readonly number[];

  constructor(
    candidates: readonly Candidate[],
    kinds: readonly PersonKind[],
    limits: readonly PersonLimit[],
  ) {
    this.candidates = candidates;
    this.limits = limits;
    this.ranks = [...new Set(candidates.map(({ rank }) => rank))].sort((left, right) => right - left);
    this.wayOf = candidates.map(() => UNDECIDED);
    this.supply = limits.map((limit, number) => this.usesOf(kinds, number, limit));
  }

  private usesOf(kinds: readonly PersonKind[], number: number, { atMost }: PersonLimit): number {
    if (atMost === null) return Number.POSITIVE_INFINITY;
    const demands = this.candidates
      .flatMap(({ ways }) => ways.flatMap((way) => way.demands))
      .filter(({ limits }) => limits.includes(number));
    let uses = 0;
    for (const kind of kinds) {
      const competencies = new Set(
        demands.filter((demand) => canFill(kind, demand)).map(({ competency }) => competency),
      );
      uses += kind.count * Math.min(atMost, competencies.size);
    }
    return uses;
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
    const further = this.mostFurther(at, next.rank);
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

  /**
   * The most further competencies that can reach a rank, going by the number of uses that are left, and for each
   * the most options that it can add.
   */
  private mostFurther(at: number, rank: number): readonly { readonly undecided: number }[] {
    const undecided = new Map<number, number>();
    for (const { competency, rank: own } of this.candidates.slice(at)) {
      if (own === rank) undecided.set(competency, (undecided.get(competency) ?? 0) + 1);
    }
    let most = undecided.size;
    this.limits.forEach(({ atMost }, limit) => {
      if (atMost === null) return;
      const taken = this.usesTaken(limit);
      let left = this.supply[limit]!;
      for (const uses of taken.values()) left -= uses;
      let further = 0;
      for (const uses of this.furtherUses(at, rank, limit, taken)) {
        if (uses > left) break;
        left -= uses;
        further++;
      }
      most = Math.min(most, further);
    });
    return [...undecided.values()]
      .sort((left, right) => right - left)
      .slice(0, most)
      .map((count) => ({ undecided: count }));
  }

  private usesTaken(limit: number): Map<number, number> {
    const taken = new Map<number, number>();
    this.candidates.forEach(({ competency, ways }, index) => {
      const way = ways[this.wayOf[index]!];
      if (way !== undefined) {
        taken.set(competency, Math.max(taken.get(competency) ?? 0, usesOfWay(way, limit)));
      }
    });
    return taken;
  }

  /** The uses that each undecided competency of a rank would add at least, fewest first. */
  private furtherUses(
    at: number,
    rank: number,
    limit: number,
    taken: ReadonlyMap<number, number>,
  ): readonly number[] {
    const least = new Map<number, number>();
    for (let index = at; index < this.candidates.length; index++) {
      const { competency, rank: own, ways } = this.candidates[index]!;
      if (own !== rank) continue;
      const uses = Math.min(...ways.map((way) => usesOfWay(way, limit)));
      least.set(competency, Math.min(least.get(competency) ?? Number.POSITIVE_INFINITY, uses));
    }
    return [...least]
      .map(([competency, uses]) => Math.max(0, uses - (taken.get(competency) ?? 0)))
      .sort((left, right) => left - right);
  }
}

/** Different people used under a limit: those of its fullest place. */
function usesOfWay({ demands }: Way, limit: number): number {
  const seats = new Map<number, number>();
  for (const { limits, place, need } of demands) {
    if (limits.includes(limit)) seats.set(place, (seats.get(place) ?? 0) + need);
  }
  return Math.max(0, ...seats.values());
}
