/** Which of the levels wanted a budget suffices for. */
import type { CurvePoint } from '../../../src/contract/plan-studies.ts';

export interface Reached {
  readonly budget: number;
  /** Places of the targets in the question. */
  readonly places: readonly number[];
}

/** So many choices of levels are tried at most; with one level there is none. */
const FEWEST_LEVELS = 2;
const MOST_LEVELS = 5;

export function canBeDivided(targets: number): boolean {
  return targets >= FEWEST_LEVELS && targets <= MOST_LEVELS;
}

const STEPS = 6;

/** In equal steps up to what everything costs, in whole units of money. */
export function triedBudgets(dearest: number): readonly number[] {
  const budgets = Array.from({ length: STEPS }, (_, step) => Math.ceil((dearest * (step + 1)) / STEPS));
  return [...new Set(budgets)];
}

export function reachedBy(
  { status, affordable }: Pick<CurvePoint, 'status' | 'affordable'>,
  targets: number,
): readonly number[] {
  if (status !== 'infeasible') return Array.from({ length: targets }, (_, place) => place);
  return affordable ?? [];
}
