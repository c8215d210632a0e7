/** How many uses of people the limits still leave, and so how many further competencies can be chosen at most. */
import type { Candidate, Way } from './choose-levels.ts';
import { canFill, type PersonKind } from './joint-seats.ts';
import type { PersonLimit } from './person-limits.ts';

export class UsesLeft {
  private readonly candidates: readonly Candidate[];
  private readonly limits: readonly PersonLimit[];
  /** Limit → how many uses all people together can give. */
  private readonly supply: readonly number[];

  constructor(
    candidates: readonly Candidate[],
    kinds: readonly PersonKind[],
    limits: readonly PersonLimit[],
  ) {
    this.candidates = candidates;
    this.limits = limits;
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

  /**
   * The most further competencies that can reach a rank by the candidates from `at` on, going by the number of uses
   * that are left, and for each the most options that it can add.
   */
  mostFurther(wayOf: readonly number[], at: number, rank: number): readonly { readonly undecided: number }[] {
    const undecided = new Map<number, number>();
    for (const { competency, rank: own } of this.candidates.slice(at)) {
      if (own === rank) undecided.set(competency, (undecided.get(competency) ?? 0) + 1);
    }
    let most = undecided.size;
    this.limits.forEach(({ atMost }, limit) => {
      if (atMost === null) return;
      const taken = this.usesTaken(wayOf, limit);
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

  private usesTaken(wayOf: readonly number[], limit: number): Map<number, number> {
    const taken = new Map<number, number>();
    this.candidates.forEach(({ competency, ways }, index) => {
      const way = ways[wayOf[index]!];
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
