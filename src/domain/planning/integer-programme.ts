/**
 * An integer programme as plain data, and the port to whoever solves it: the least objective over whole numbers between
 * bounds, subject to rows.
 */

export interface Column {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
}

export interface Row {
  /** At least and at most; `null` where the side is open. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Column → coefficient. */
  readonly entries: ReadonlyMap<number, number>;
}

export interface IntegerProgramme {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/**
 * `optimal` is proved. `feasible` ran out of time with something found, `unknown` without; `bound` is below every solution.
 * `values` are whole.
 */
export type IntegerSolution =
  | { readonly status: 'optimal'; readonly values: readonly number[]; readonly bound: number }
  | { readonly status: 'feasible'; readonly values: readonly number[]; readonly bound: number }
  | { readonly status: 'unknown'; readonly bound: number }
  | { readonly status: 'infeasible' };

/** Whoever watches a solution being looked for; all are called between two steps of the solver. */
export interface SolverWatch {
  /** True ends the search, as if the time were over. */
  isStopped(): boolean;
  /** No solution has a lower objective. */
  bounded(bound: number): void;
  /** A solution better than those before; the search goes on. */
  found(values: readonly number[]): void;
}

export interface IntegerSolver {
  /** @param seconds after which the best that was found is given */
  solve(programme: IntegerProgramme, seconds: number, watch: SolverWatch): IntegerSolution;
  /** Seconds since some moment in the past: the domain has no clock of its own. */
  now(): number;
}

/** Puts a programme together, column by column and row by row. */
export class ProgrammeBuilder implements IntegerProgramme {
  readonly columns: Column[] = [];
  readonly rows: Row[] = [];

  column(cost: number, upper: number): number {
    return this.columns.push({ cost, lower: 0, upper }) - 1;
  }

  binary(): number {
    return this.column(0, 1);
  }

  /** The same with an objective: what one of each column adds to it; those that are not named add nothing. */
  priced(costs: readonly number[]): IntegerProgramme {
    return {
      columns: this.columns.map((column, index) => ({ ...column, cost: costs[index] ?? 0 })),
      rows: this.rows,
    };
  }

  /** From now on this objective must stay so low. */
  keepBelow(costs: readonly number[], most: number): void {
    this.atMost(
      most,
      costs.flatMap((cost, index) => (cost === 0 ? [] : [[index, cost] as const])),
    );
  }

  atLeast(lower: number, entries: Iterable<readonly [number, number]>): void {
    this.rows.push({ lower, upper: null, entries: new Map(entries) });
  }

  atMost(upper: number, entries: Iterable<readonly [number, number]>): void {
    this.rows.push({ lower: null, upper, entries: new Map(entries) });
  }
}
