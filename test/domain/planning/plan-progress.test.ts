/** Whoever waits for a plan is told how far it has come, and may end it. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueRoot } from '../../../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../../../src/catalogue/load-programme.ts';
import type { Programme } from '../../../src/domain/catalogue/catalogue.ts';
import type { FactsDocument } from '../../../src/domain/facts/facts-document.ts';
import type { IntegerSolver } from '../../../src/domain/planning/integer-programme.ts';
import type { PlanProgress, PlanWatch } from '../../../src/domain/planning/plan-time.ts';
import { withActions } from '../../../src/domain/planning/planned-facts.ts';
import { openSolver } from '../../../src/solver/highs-solver.ts';
import { facts, person } from '../support/ask.ts';
import { anyOf, competency, option, people, programme } from '../support/programme-builder.ts';
import { isMet, planFor } from './support/plans.ts';

let solver: IntegerSolver;
let delivered: Programme;
beforeAll(async () => {
  solver = await openSolver();
  delivered = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
});

const BY = '2018-12-01';
/** Three levels, each exam with a price of its own: some tenths of a second for the solver. */
const TARGETS = {
  targets: ['data-platform', 'datacenter', 'application-development'].map((competency) => ({
    competency,
    level: 'gold',
  })),
  by: BY,
  survive: 1,
  costs: {
    default: { money: 165, hours: 40 },
    'exam:70-764': { money: 90, hours: 35 },
    'exam:70-765': { money: 135, hours: 10 },
    'exam:70-767': { money: 75, hours: 20 },
    'exam:70-740': { money: 150, hours: 15 },
  },
};
const COMPANY = facts(Array.from({ length: 12 }, (_, index) => person(`p${index}`, [])));

function watched(watch: PlanWatch, targets: Parameters<typeof planFor>[2] = TARGETS, document = COMPANY) {
  return planFor(delivered, document, targets, solver, 20, watch);
}

describe('progress of a plan', () => {
  it('names the best plan and the bound, which close in on the cost of the answer', () => {
    const told: PlanProgress[] = [];
    const plan = watched({ tell: (progress) => told.push(progress) });
    expect(plan.status).toBe('optimal');
    expect(told[0]).toEqual({ phase: 'preparing', best: null, bound: 0 });
    expect(told.map(({ phase }) => phase)).toContain('solving');
    const bests = told.flatMap(({ best }) => (best === null ? [] : [best]));
    expect(bests.length).toBeGreaterThan(0);
    expect(bests).toEqual([...bests].sort((left, right) => right - left));
    expect(bests.at(-1)).toBe(plan.cost);
    const bounds = told.map(({ bound }) => bound);
    expect(bounds).toEqual([...bounds].sort((left, right) => left - right));
    for (const bound of bounds) expect(bound).toBeLessThanOrEqual(plan.cost!);
  }, 60_000);

  it('gives the same plan as when nobody watches', () => {
    expect(watched({ tell: () => undefined })).toEqual(watched({}));
  }, 60_000);

  it('says when it looks for what is in the way', () => {
    const phases = new Set<string>();
    const few: FactsDocument = { ...COMPANY, people: COMPANY.people!.slice(0, 1) };
    const plan = watched({ tell: ({ phase }) => phases.add(phase) }, TARGETS, few);
    expect([plan.status, [...phases]]).toEqual(['infeasible', ['preparing', 'solving', 'explaining']]);
  }, 60_000);
});

describe('a plan that is ended', () => {
  it('is the best found so far, which holds', () => {
    let best: number | null = null;
    const plan = watched({
      tell: (progress) => {
        best = progress.best;
      },
      isStopped: () => best !== null,
    });
    expect([plan.status, plan.cost]).toEqual(['feasible', best]);
    expect(plan.bound!).toBeLessThanOrEqual(plan.cost!);
    expect(isMet(delivered, withActions(COMPANY, plan.actions, BY), TARGETS)).toBe(true);
  });

  it('interrupts the solver', () => {
    let begun = 0;
    let asked = 0;
    const slow: IntegerSolver = {
      now: () => solver.now(),
      solve: (given, seconds, watch) => {
        begun++;
        return solver.solve(given, seconds, { ...watch, isStopped: () => ++asked > 0 });
      },
    };
    const plan = planFor(delivered, COMPANY, TARGETS, slow, 20);
    expect([begun > 0, asked > 0, plan.status === 'infeasible']).toEqual([true, true, false]);
  }, 60_000);
});

describe('the bound', () => {
  it('counts no hours, which weigh below money in what is made least', () => {
    const rules = programme([
      competency('c0', option('o0', { gold: people(1, anyOf('exam:a', 'exam:c')) })),
      competency('c1', option('o0', { gold: people(1, anyOf('exam:b', 'exam:c')) })),
    ]);
    const targets = {
      targets: ['c0', 'c1'].map((id) => ({ competency: id, level: 'gold' })),
      by: '2018-06-01',
      costs: { default: { money: 4, hours: 1 }, 'exam:c': { money: 5, hours: 9 } },
    };
    // Proves everything and finds nothing, so that the plan is the one found at once: target by target.
    const proving: IntegerSolver = {
      now: () => solver.now(),
      solve: (given, seconds, watch) => {
        const solution = solver.solve(given, seconds, watch);
        if (solution.status !== 'optimal') throw new Error(solution.status);
        const bound = solution.values.reduce(
          (sum, value, index) => sum + value * given.columns[index]!.cost,
          0,
        );
        return { status: 'unknown', bound };
      },
    };
    const plan = planFor(rules, facts([person('p0', [])]), targets, proving);
    expect(plan).toMatchObject({ status: 'feasible', cost: 8, bound: 5, gap: 3 / 8 });
  });
});
