/**
 * Which options are met when sharing limits do not let all of them be: the best set whose seats can all be filled
 * at once. Better means, in this order: more competencies at the highest rank, then at the next, and so on; then
 * more options at the highest rank, and so on; then the earlier option in the order given. Exact, by branch and
 * bound: taking an option away never makes the rest harder, so a set that cannot be seated ends its branch.
 */
import type { JointSearch, JointSeats, PersonKind } from './joint-seats.ts';
import type { PersonLimit } from './person-limits.ts';
import type { SeatDemand } from './seat-flow.ts';
import { UsesLeft } from './uses-left.ts';

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
  /** False when the work ran out before the best choice was proved: this one is possible, others may be better. */
  readonly proved: boolean;
}

/** Seats that all hold at once, one way of each list; null when there are none (or the work ran out). */
export function seatAll(
  search: JointSearch,
  ways: readonly (readonly Pick<Way, 'demands'>[])[],
): JointSeats | null {
  function go(at: number, seats: JointSeats): JointSeats | null {
    if (at === ways.length) return seats;
    for (const { demands } of ways[at]!) {
      const extended = search.extend(seats, demands);
      const found = extended === null ? null : go(at + 1, extended);
      if (found !== null) return found;
    }
    return null;
  }
  return go(0, search.nobody);
}

const UNDECIDED = -2;
const OUT = -1;

/** Numbers to compare from the first on. */
type Worth = readonly number[];

function isBetter(left: Worth, right: Worth | null): boolean {
  if (right === null) return true;
  for (let index = 0; index < left.length; index++) {
    if (left[index] !== right[index]) return left[index]! > right[index]!;
  }
  return false;
}

export class LevelChoice {
  private readonly candidates: readonly Candidate[];
  private readonly search: JointSearch;
  private readonly uses: UsesLeft;
  private readonly ranks: readonly number[];
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
    this.uses = new UsesLeft(candidates, kinds, limits);
    this.ranks = [...new Set(candidates.map(({ rank }) => rank))].sort((left, right) => right - left);
    this.wayOf = candidates.map(() => UNDECIDED);
  }

  choose(): Choice {
    this.decide(0, this.search.nobody);
    const { best, search } = this;
    return best === null
      ? { wayOf: this.candidates.map(() => OUT), seats: search.nobody, proved: search.work.left >= 0 }
      : { wayOf: best.wayOf, seats: best.seats, proved: search.work.left >= 0 };
  }

  private decide(at: number, seats: JointSeats): void {
    if (this.search.work.left < 0 || !isBetter(this.mostWorth(at), this.best?.worth ?? null)) return;
    if (at === this.candidates.length) {
      this.best = { worth: this.worth(), wayOf: [...this.wayOf], seats };
      return;
    }
    this.candidates[at]!.ways.forEach((way, number) => {
      const extended = this.search.extend(seats, way.demands);
      if (extended === null) return;
      this.wayOf[at] = number;
      if (this.needsCanHold()) this.decide(at + 1, extended);
    });
    this.wayOf[at] = OUT;
    if (this.needsCanHold()) this.decide(at + 1, seats);
    this.wayOf[at] = UNDECIDED;
  }

  private needsCanHold(): boolean {
    return this.candidates.every(({ ways }, index) => {
      const way = ways[this.wayOf[index]!];
      return way === undefined || way.needs.every((list) => list.some((other) => this.wayOf[other] !== OUT));
    });
  }

  /** Competencies by the highest rank chosen, options by rank, then each; undecided ones as if chosen if told so. */
  private worth(withUndecided = false): number[] {
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
  private mostWorth(at: number): Worth {
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
