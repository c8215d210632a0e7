/**
 * Seats for groups of equal people as a linear program: how many of each group hold which pattern (see
 * seat-patterns.ts). It asks for the fewest seats that stay empty when people may be divided. Patterns are found
 * when prices ask for them (column generation). Plain numbers do for looking; that seats cannot be filled is only ever said after a proof by whole-number prices.
 */
import { type Entry, EPSILON, LinearBasis } from './linear-basis.ts';
import type { SeatDemand, Work } from './seat-flow.ts';
import type { Dearest, Pattern, SeatPatterns } from './seat-patterns.ts';

/** People who can fill exactly the same seats. */
export interface EqualPeople {
  readonly count: number;
  /** 1 for the demands whose seats they can fill. */
  readonly open: Uint8Array;
}

/** At least or at most so many people of a group in the seats of one demand. */
export interface Branch {
  readonly group: number;
  readonly demand: number;
  readonly atLeast: boolean;
  readonly count: number;
}

/** So many people of a group, perhaps a fraction, hold these seats. */
export interface PatternShare extends Pattern {
  readonly group: number;
  readonly people: number;
}

export type ProgramAnswer =
  | { readonly kind: 'shares'; readonly shares: readonly PatternShare[] }
  /** The demands cannot all be filled, whatever else is asked. */
  | { readonly kind: 'impossible'; readonly demands: readonly number[] }
  | { readonly kind: 'unknown' };

interface Column extends Pattern {
  readonly group: number;
}

/** Prices of a proof are whole multiples of its inverse. */
const SCALE = 1_000_000;
/** No price of a proof is greater, so that all sums are exact. */
const DEAREST = 1_000;
/** A proof is only tried where more is lacking than rounding explains. */
const LACKING = 1e-4;
/** A pivot changes the whole inverse, a number in less time than a step of a search takes. */
const NUMBERS_PER_STEP = 8;

/** Patterns found so far, each for a group of people; they are good for all branches of a search. */
class PatternPool {
  readonly columns: Column[] = [];
  private readonly known = new Set<string>();

  add(column: Column): boolean {
    const key = `${column.group} ${column.seats.join()} ${column.teams.join()}`;
    if (this.known.has(key)) return false;
    this.known.add(key);
    this.columns.push(column);
    return true;
  }
}

export class PatternProgram {
  readonly groups: readonly EqualPeople[];
  private readonly demands: readonly SeatDemand[];
  private readonly patterns: SeatPatterns;
  private readonly work: Work;
  private readonly pool = new PatternPool();

  constructor(
    demands: readonly SeatDemand[],
    patterns: SeatPatterns,
    groups: readonly EqualPeople[],
    work: Work,
  ) {
    this.demands = demands;
    this.patterns = patterns;
    this.groups = groups;
    this.work = work;
  }

  solve(branches: readonly Branch[]): ProgramAnswer {
    return new BranchProgram(
      this.demands,
      this.patterns,
      this.groups,
      branches,
      this.pool,
      this.work,
    ).solve();
  }
}

/** The program of one branch. Rows: demands, teams, branches, groups. */
class BranchProgram {
  private readonly patterns: SeatPatterns;
  private readonly groups: readonly EqualPeople[];
  private readonly branches: readonly Branch[];
  private readonly pool: PatternPool;
  private readonly work: Work;
  private readonly firstTeam: number;
  private readonly firstBranch: number;
  private readonly firstGroup: number;
  private readonly right: Float64Array;
  private readonly basis: LinearBasis;

  constructor(
    demands: readonly SeatDemand[],
    patterns: SeatPatterns,
    groups: readonly EqualPeople[],
    branches: readonly Branch[],
    pool: PatternPool,
    work: Work,
  ) {
    this.patterns = patterns;
    this.groups = groups;
    this.branches = branches;
    this.pool = pool;
    this.work = work;
    this.firstTeam = demands.length;
    this.firstBranch = this.firstTeam + patterns.teams.length;
    this.firstGroup = this.firstBranch + branches.length;
    this.right = Float64Array.from([
      ...demands.map(({ need }) => need),
      ...patterns.teams.map(({ fewest }) => fewest),
      ...branches.map(({ count }) => count),
      ...groups.map(({ count }) => count),
    ]);
    const atLeast = Uint8Array.from(this.right, (_, row) => {
      if (row >= this.firstGroup) return 0;
      return row < this.firstBranch || branches[row - this.firstBranch]!.atLeast ? 1 : 0;
    });
    this.basis = new LinearBasis(this.right, atLeast);
  }

  solve(): ProgramAnswer {
    const { basis, pool, work } = this;
    for (;;) {
      if (basis.lacking < EPSILON) {
        const shares = basis.columns.map(({ column, value }) => ({
          ...pool.columns[column]!,
          people: value,
        }));
        return { kind: 'shares', shares };
      }
      work.left -= (basis.rows * basis.rows) / NUMBERS_PER_STEP + pool.columns.length;
      if (work.left < 0) return { kind: 'unknown' };
      const entering = this.entering();
      if (entering === null) {
        const priced = this.price();
        if (priced !== null) return priced;
      } else if (!basis.enter(entering.entries, entering.name, entering.reduced)) return { kind: 'unknown' };
    }
  }

  /** Rows and coefficients of a pattern. */
  private entriesOf({ group, seats, teams }: Column): readonly Entry[] {
    const entries: Entry[] = seats.map((seat) => [seat, 1]);
    for (const team of teams) entries.push([this.firstTeam + team, 1]);
    this.branches.forEach((branch, number) => {
      if (branch.group === group && seats.includes(branch.demand))
        entries.push([this.firstBranch + number, 1]);
    });
    entries.push([this.firstGroup + group, 1]);
    return entries;
  }

  /** The known variable that gains most; none when patterns have to be looked for. */
  private entering() {
    const { basis, pool } = this;
    let best = -EPSILON;
    let row = -1;
    let column = -1;
    for (let own = 0; own < basis.rows; own++) {
      const { reduced } = basis.ownVariable(own);
      if (reduced >= best) continue;
      best = reduced;
      row = own;
    }
    pool.columns.forEach((one, number) => {
      const reduced = this.reducedCost(one);
      if (reduced >= best) return;
      best = reduced;
      column = number;
    });
    if (column >= 0) return { name: column, entries: this.entriesOf(pool.columns[column]!), reduced: best };
    return row < 0 ? null : basis.ownVariable(row);
  }

  private reducedCost({ group, seats, teams }: Column): number {
    const { prices } = this.basis;
    let reduced = -prices[this.firstGroup + group]!;
    for (const seat of seats) reduced -= prices[seat]!;
    for (const team of teams) reduced -= prices[this.firstTeam + team]!;
    for (let number = 0; number < this.branches.length; number++) {
      const branch = this.branches[number]!;
      if (branch.group === group && seats.includes(branch.demand))
        reduced -= prices[this.firstBranch + number]!;
    }
    return reduced;
  }

  /** New patterns that gain (`null`: go on), or what the prices say when there are none. */
  private price(): ProgramAnswer | null {
    const positive = this.basis.prices.map((price, row) =>
      this.basis.atLeast[row] === 1 ? Math.max(0, price) : Math.min(0, price),
    );
    let added = false;
    let most = 0;
    for (let row = 0; row < this.firstGroup; row++) most += positive[row]! * this.right[row]!;
    const values = this.valuesOf(positive);
    this.groups.forEach(({ count }, group) => {
      const dearest = values[group]!;
      most -= dearest.value * count;
      if (dearest.value > -this.basis.prices[this.firstGroup + group]! + EPSILON) {
        if (this.pool.add({ group, seats: dearest.seats, teams: dearest.teams })) added = true;
      }
    });
    if (most > LACKING) {
      const proved = this.proof(positive);
      if (proved !== null) return { kind: 'impossible', demands: proved };
    }
    return added ? null : { kind: 'unknown' };
  }

  /** The dearest pattern of each group at these prices of all rows. */
  private valuesOf(prices: Float64Array): readonly Dearest[] {
    this.work.left -= this.patterns.steps * this.groups.length;
    const premiums = prices.subarray(this.firstTeam, this.firstBranch);
    return this.groups.map(({ open }, group) => {
      const own = prices.slice(0, this.firstTeam);
      this.branches.forEach((branch, number) => {
        if (branch.group === group) own[branch.demand]! += prices[this.firstBranch + number]!;
      });
      return this.patterns.dearest(open, own, premiums);
    });
  }

  /**
   * The demands that have a price, when at whole-number prices all that is asked for is worth more than all people
   * together can earn; `null` when that is not so.
   */
  private proof(prices: Float64Array): readonly number[] | null {
    const whole = prices.map((price) => Math.round(Math.max(-DEAREST, Math.min(DEAREST, price)) * SCALE));
    let worth = 0;
    for (let row = 0; row < this.firstGroup; row++) worth += whole[row]! * this.right[row]!;
    const values = this.valuesOf(whole);
    this.groups.forEach(({ count }, group) => {
      worth -= values[group]!.value * count;
    });
    if (!(worth > 0)) return null;
    const demands = new Set<number>();
    for (let row = 0; row < this.firstTeam; row++) if (whole[row]! > 0) demands.add(row);
    this.patterns.teams.forEach((team, number) => {
      if (whole[this.firstTeam + number]! > 0) for (const demand of team.demands) demands.add(demand);
    });
    return [...demands];
  }
}
