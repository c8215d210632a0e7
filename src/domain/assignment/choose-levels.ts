/**
 * Which options are met when sharing limits do not let all of them be: the best set whose seats can all be filled
 * at once. Better means, in this order: more competencies at the highest rank, then at the next, and so on; then
 * more options at the highest rank, and so on; then the earlier option in the order given. Exact, by branch and
 * bound: taking an option away never makes the rest harder, so a set that cannot be seated ends its branch.
 */
import type { JointSearch, JointSeats, PersonKind } from './joint-seats.ts';
import { KnownSeats } from './known-seats.ts';
import { isBetter, LevelWorth, OUT, UNDECIDED, type Worth } from './level-worth.ts';
import type { PersonLimit } from './person-limits.ts';
import type { SeatDemand } from './seat-flow.ts';

/** One way to satisfy an option. */
export interface Way {
  readonly demands: readonly SeatDemand[];
  /** Of each list, one option must be chosen too. */
  readonly needs: readonly (readonly number[])[];
}

/** An option that may be chosen; options come with the highest rank first. */
export interface Candidate {
  readonly competency: number;
  readonly rank: number;
  readonly ways: readonly Way[];
}

export interface Choice {
  /** Candidate → number of its way, or -1 when it is not chosen. */
  readonly wayOf: readonly number[];
  readonly seats: JointSeats;
  /** Candidates of which it is not proved whether the best choice has them: the work ran out before. */
  readonly open: ReadonlySet<number>;
}

/** Seats that all hold at once, one way of each list; null when there are none (or the work ran out). */
export function seatAll(
  search: JointSearch,
  ways: readonly (readonly Pick<Way, 'demands'>[])[],
): JointSeats | null {
  function go(at: number, seats: JointSeats): JointSeats | null {
    if (at === ways.length) return seats;
    for (const { demands } of ways[at]!) {
      const extended = search.extend(seats, demands).seats;
      const found = extended === null ? null : go(at + 1, extended);
      if (found !== null) return found;
    }
    return null;
  }
  return go(0, search.nobody);
}

/** Sets that are gone through to find what is still open when the work has run out. */
const MOST_SETS = 2_000;

export class LevelChoice {
  private readonly candidates: readonly Candidate[];
  private readonly search: JointSearch;
  private readonly known: KnownSeats;
  private readonly level: LevelWorth;
  private readonly wayOf: number[];
  private best: {
    readonly worth: Worth;
    readonly wayOf: readonly number[];
    readonly seats: JointSeats;
  } | null = null;

  constructor(
    candidates: readonly Candidate[],
    search: JointSearch,
    kinds: readonly PersonKind[],
    limits: readonly PersonLimit[],
  ) {
    this.candidates = candidates;
    this.search = search;
    this.known = new KnownSeats(search);
    this.level = new LevelWorth(candidates, kinds, limits);
    this.wayOf = this.level.wayOf;
  }

  choose(): Choice {
    // All at once first: every part of what can be seated together is then known.
    const everything = this.candidates.flatMap(({ ways }) => ways[0]!.demands);
    this.known.extend(this.search.nobody, everything);
    this.decide(0, this.search.nobody);
    const { best, search } = this;
    return {
      wayOf: best?.wayOf ?? this.candidates.map(() => OUT),
      seats: best?.seats ?? search.nobody,
      open: search.work.left < 0 ? this.stillOpen() : new Set(),
    };
  }

  private decide(at: number, seats: JointSeats): void {
    this.search.work.left -= this.candidates.length;
    if (this.search.work.left < 0 || !isBetter(this.level.mostWorth(at), this.best?.worth ?? null)) return;
    if (at === this.candidates.length) {
      this.best = { worth: this.level.worth(), wayOf: [...this.wayOf], seats };
      return;
    }
    this.candidates[at]!.ways.forEach((way, number) => {
      const extended = this.known.extend(seats, way.demands);
      if (extended === null) return;
      this.wayOf[at] = number;
      if (this.needsCanHold()) this.decide(at + 1, extended);
    });
    this.wayOf[at] = OUT;
    if (this.needsCanHold()) this.decide(at + 1, seats);
    this.wayOf[at] = UNDECIDED;
  }

  /**
   * Candidates that some sets have and others lack, among those that are worth at least as much as the best set found
   * and have nothing of which it is known that it cannot be seated. The best choice is one of these.
   */
  private stillOpen(): ReadonlySet<number> {
    const { candidates, wayOf, level, known, best } = this;
    let sets = 0;
    const having = candidates.map(() => 0);
    let left = MOST_SETS;
    this.wayOf.fill(UNDECIDED);
    const go = (at: number, demands: readonly SeatDemand[]): void => {
      left--;
      if (left < 0 || (best !== null && isBetter(best.worth, level.mostWorth(at)))) return;
      if (at === candidates.length) {
        sets++;
        wayOf.forEach((way, index) => {
          if (way !== OUT) having[index]!++;
        });
        return;
      }
      candidates[at]!.ways.forEach((way, number) => {
        const more = [...demands, ...way.demands];
        wayOf[at] = number;
        if (!known.isImpossible(more) && this.needsCanHold()) go(at + 1, more);
      });
      wayOf[at] = OUT;
      if (this.needsCanHold()) go(at + 1, demands);
      wayOf[at] = UNDECIDED;
    };
    go(0, []);
    return new Set(
      candidates.flatMap((_, index) =>
        left < 0 || (having[index]! > 0 && having[index]! < sets) ? [index] : [],
      ),
    );
  }

  private needsCanHold(): boolean {
    return this.candidates.every(({ ways }, index) => {
      const way = ways[this.wayOf[index]!];
      return way === undefined || way.needs.every((list) => list.some((other) => this.wayOf[other] !== OUT));
    });
  }
}
