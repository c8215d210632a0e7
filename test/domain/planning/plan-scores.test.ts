/** Plans for score models, against trying everything: steps with gates, points a person, limits on both sides. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IntegerSolver } from '../../../src/domain/planning/integer-programme.ts';
import { openSolver } from '../../../src/solver/highs-solver.ts';
import '../../support/property-seed.ts';
import { facts, person } from '../support/ask.ts';
import {
  anyOf,
  competency,
  option,
  programme,
  score,
  step,
  steps,
  units,
} from '../support/programme-builder.ts';
import { naivePlan, type Targets } from './support/naive-plan.ts';
import { planFor } from './support/plans.ts';

let solver: IntegerSolver;
beforeAll(async () => {
  solver = await openSolver();
});

const BY = '2018-03-01';
const SKILLS = ['exam:a', 'exam:b', 'exam:c'];

const skill = fc.constantFrom(...SKILLS);
const holder = fc.oneof(
  skill,
  fc.tuple(skill, skill).map(([one, other]) => anyOf(one, other)),
);
const stepOf = fc
  .record({
    need: fc.constantFrom(1, 2),
    holder,
    each: fc.option(fc.constantFrom(5, 10), { nil: null, freq: 3 }),
    cap: fc.constantFrom(10, 20),
    gate: fc.boolean(),
  })
  .map(({ need, holder: held, each, cap, gate }) =>
    step(need, held, { each, cap: each === null ? null : cap, gate }),
  );
const question = fc.record({
  targets: fc.array(
    fc.record({
      threshold: fc.constantFrom(10, 15, 20, 30),
      list: fc.array(stepOf, { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  /** Points that are there already: 5 for each of these. */
  sold: fc.constantFrom(0, 1, 2),
  team: fc.array(fc.uniqueArray(skill, { maxLength: 2 }), { minLength: 1, maxLength: 4 }),
  survive: fc.constantFrom(0, 0, 1),
  prices: fc.tuple(
    ...SKILLS.map(() => fc.record({ money: fc.integer({ min: 0, max: 4 }), hours: fc.nat(2) })),
  ),
});

describe('the cheapest plan for scores', () => {
  it('costs what trying everything costs', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(question, ({ targets, sold, team, survive, prices }) => {
        const rules = programme(
          targets.map(({ threshold, list }, index) =>
            competency(
              `c${index}`,
              option('o0', { gold: score(threshold, [units('sales', 20, 4), steps('people', 40, ...list)]) }),
            ),
          ),
        );
        const document = {
          ...facts(team.map((held, index) => person(`p${index}`, held))),
          metrics: [{ metric: 'sales', month: '2018-02', value: sold }],
        };
        const asked: Targets = {
          targets: targets.map((_, index) => ({ competency: `c${index}`, level: 'gold', option: null })),
          ...{ by: BY, survive, budget: null, people: {} },
          costs: {
            default: { money: 9, hours: 9 },
            ...Object.fromEntries(SKILLS.map((id, at) => [id, prices[at]!])),
          },
        };
        const naive = naivePlan(rules, document, SKILLS, asked);
        const { status, cost, hours } = planFor(rules, document, asked, solver);
        seen.add(cost === null || cost === 0 ? status : 'paid');
        expect({ status, cost, hours }).toEqual(
          naive === null
            ? { status: 'infeasible', cost: null, hours: null }
            : { status: 'optimal', cost: naive.money, hours: naive.hours },
        );
      }),
      { numRuns: 150 },
    );
    expect([...seen].sort()).toEqual(['infeasible', 'optimal', 'paid']);
  }, 240_000);
});
