import { describe, expect, it } from 'vitest';
import { canBeDivided, reachedBy, triedBudgets } from '../../web/pages/plans/reached-by-budget.ts';

describe('what a budget reaches', () => {
  it('is tried in equal steps up to what everything costs, each once', () => {
    expect(triedBudgets(1200)).toEqual([200, 400, 600, 800, 1000, 1200]);
    expect(triedBudgets(100.5).at(-1)).toBe(101);
    expect(triedBudgets(2)).toEqual([1, 2]);
  });

  it('is everything where there is a plan, else what the study found, else nothing', () => {
    expect(reachedBy({ status: 'optimal', affordable: null }, 3)).toEqual([0, 1, 2]);
    expect(reachedBy({ status: 'infeasible', affordable: [0, 2] }, 3)).toEqual([0, 2]);
    expect(reachedBy({ status: 'infeasible', affordable: null }, 3)).toEqual([]);
  });

  it('is asked for several levels, and not for more than can be tried', () => {
    expect([1, 2, 5, 6].map(canBeDivided)).toEqual([false, true, true, false]);
  });
});
