/**
 * Solves a plan's programme, checks the answer, and solves it again with what the check found, until the answer holds or the
 * time is over. Everything added is true of every plan that holds, so the last answer is the cheapest.
 */
import type { IntegerSolver } from './integer-programme.ts';
import type { Stage } from './objective.ts';
import type { PlanModel } from './plan-model.ts';

/** `bound` is the least money of any plan, in whole units. */
export type SolvedPlan =
  | { readonly status: 'optimal' | 'feasible'; readonly values: readonly number[]; readonly bound: number }
  | { readonly status: 'unknown'; readonly bound: number }
  | { readonly status: 'infeasible' };

export interface Solving {
  readonly solver: IntegerSolver;
  /** By the clock of the solver. */
  readonly deadline: number;
  /** Adds to the model what the solution fails to bear; false when it bears everything. */
  readonly improve: (values: readonly number[]) => boolean;
}

function sumOf({ costs }: Stage, values: readonly number[]): number {
  return costs.reduce((sum, cost, index) => sum + cost * values[index]!, 0);
}

export function solvePlan(
  model: PlanModel,
  stages: readonly Stage[],
  { solver, deadline, improve }: Solving,
): SolvedPlan {
  let bound = 0;
  let best: readonly number[] | null = null;
  for (const stage of stages) {
    for (;;) {
      const solution = solver.solve(model.programme(stage.costs), deadline - solver.now());
      if (solution.status === 'infeasible') {
        return best === null ? solution : { status: 'optimal', values: best, bound };
      }
      if (stage.money !== null && Number.isFinite(solution.bound)) {
        bound = Math.max(bound, stage.money(solution.bound));
      }
      const late = solver.now() >= deadline;
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
      model.keepBelow(stage.costs, sumOf(stage, values));
      break;
    }
  }
  return { status: 'optimal', values: best!, bound };
}
