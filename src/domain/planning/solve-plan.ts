/**
 * Solves a plan's programme, checks the answer, and solves it again with what the check found, until the answer holds or the
 * time is over. Everything added is true of every plan that holds, so the last answer is the cheapest.
 */
import type { IntegerSolver } from './integer-programme.ts';
import type { Stage } from './objective.ts';
import type { PlanModel } from './plan-model.ts';
import type { PlanTime } from './plan-time.ts';

/** `bound` is the least money of any plan, in whole units. */
export type SolvedPlan =
  | { readonly status: 'optimal' | 'feasible'; readonly values: readonly number[]; readonly bound: number }
  | { readonly status: 'unknown'; readonly bound: number }
  | { readonly status: 'infeasible' };

export interface Solving {
  readonly solver: IntegerSolver;
  readonly time: PlanTime;
  /** Adds to the model what the solution fails to bear; false when it bears everything. */
  readonly improve: (values: readonly number[]) => boolean;
  /** What the solver finds on its way to the best; it need not hold. */
  readonly found: (values: readonly number[]) => void;
  /** No plan costs less, in whole units of money. */
  readonly bounded: (money: number) => void;
}

/** Programmes with so many columns are solved before the time can be looked at. */
const SMALL = 500;

function sumOf({ costs }: Stage, values: readonly number[]): number {
  return costs.reduce((sum, cost, index) => sum + cost * values[index]!, 0);
}

export function solvePlan(
  model: Pick<PlanModel, 'columns' | 'builder'>,
  stages: readonly Stage[],
  { solver, time, improve, found, bounded }: Solving,
): SolvedPlan {
  let bound = 0;
  let best: readonly number[] | null = null;
  for (const stage of stages) {
    const raise = (objective: number) => {
      if (stage.money === null || !Number.isFinite(objective)) return;
      bound = Math.max(bound, stage.money(objective));
      bounded(bound);
    };
    const watch = {
      isStopped: () => time.isStopped,
      bounded: raise,
      found: (values: readonly number[]) => found(values.slice(0, model.columns.length)),
    };
    for (;;) {
      // Even a moment takes the solver longer where the programme is large.
      if (time.isOver && model.columns.length > SMALL) {
        return best === null ? { status: 'unknown', bound } : { status: 'feasible', values: best, bound };
      }
      const solution = solver.solve(model.builder.priced(stage.costs), time.left, watch);
      if (solution.status === 'infeasible') {
        return best === null ? solution : { status: 'optimal', values: best, bound };
      }
      raise(solution.bound);
      const late = time.isOver;
      if (solution.status === 'unknown') {
        return best === null ? { status: 'unknown', bound } : { status: 'feasible', values: best, bound };
      }
      const values = solution.values.slice(0, model.columns.length);
      if (improve(values)) {
        if (!late) continue;
        return best === null ? { status: 'unknown', bound } : { status: 'feasible', values: best, bound };
      }
      best = values;
      if (solution.status === 'feasible') return { status: 'feasible', values, bound };
      model.builder.keepBelow(stage.costs, sumOf(stage, values));
      break;
    }
  }
  return { status: 'optimal', values: best!, bound };
}
