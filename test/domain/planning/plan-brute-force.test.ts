/** The cheapest plan against trying everything, and every plan against the rules themselves. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Predicate, Programme, Requirement, Skill } from '../../../src/domain/catalogue/catalogue.ts';
import type { FactsDocument } from '../../../src/domain/facts/facts-document.ts';
import type { IntegerSolver } from '../../../src/domain/planning/integer-programme.ts';
import type { Plan } from '../../../src/domain/planning/plan-result.ts';
import { withActions } from '../../../src/domain/planning/planned-facts.ts';
import { openSolver } from '../../../src/solver/highs-solver.ts';
import '../../support/property-seed.ts';
import { facts } from '../support/ask.ts';
import {
  all,
  allOf,
  any,
  anyOf,
  competency,
  holds,
  ofWhich,
  option,
  people,
  programme,
} from '../support/programme-builder.ts';
import { naivePlan, type Targets } from './support/naive-plan.ts';
import { isMet, leaving, planFor } from './support/plans.ts';

const BY = '2018-03-01';
/** `exam:c` asks for one of the others first; `exam:retiring` retires before the day. */
const SKILLS = ['exam:a', 'exam:b', 'exam:c', 'exam:d', 'exam:retiring'];

let solver: IntegerSolver;
beforeAll(async () => {
  solver = await openSolver();
});

function withPrerequisites(given: Programme, asked: boolean): Programme {
  const skills = new Map<string, Skill>(given.skills);
  if (asked) skills.set('exam:c', { ...skills.get('exam:c')!, prerequisites: ['exam:a', 'exam:d'] });
  return { ...given, skills };
}

const skill = fc.constantFrom(...SKILLS.slice(0, 4), 'exam:a', 'exam:b', 'exam:retiring');
const predicate: fc.Arbitrary<Predicate> = fc.oneof(
  { weight: 3, arbitrary: skill.map(holds) },
  { weight: 2, arbitrary: fc.tuple(skill, skill).map(([one, other]) => anyOf(one, other)) },
  { weight: 2, arbitrary: fc.tuple(skill, skill).map(([one, other]) => allOf(one, other)) },
  {
    weight: 1,
    arbitrary: fc.tuple(skill, skill, skill).map(([one, other, third]) => anyOf(allOf(one, other), third)),
  },
);
const leaf = fc
  .record({
    count: fc.constantFrom(1, 1, 2),
    held: predicate,
    overlap: fc.constantFrom('distinct', 'distinct', 'allowed'),
    also: fc.option(skill, { freq: 5 }),
  })
  .map(({ count, held, overlap, also }) =>
    people(count, held, {
      overlap: overlap as 'distinct' | 'allowed',
      ofWhich: also === null ? [] : [ofWhich(1, also)],
    }),
  );
const rule: fc.Arbitrary<Requirement> = fc.oneof(
  { weight: 3, arbitrary: leaf },
  { weight: 3, arbitrary: fc.tuple(leaf, leaf).map(([one, other]) => all(one, other)) },
  { weight: 1, arbitrary: fc.tuple(leaf, leaf).map(([one, other]) => any(one, other)) },
);

const cost = fc.record({ money: fc.integer({ min: 0, max: 4 }), hours: fc.integer({ min: 0, max: 3 }) });

const question = fc.record({
  rules: fc.array(fc.array(rule, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 }),
  prerequisites: fc.boolean(),
  team: fc.array(
    fc.record({
      held: fc.uniqueArray(skill, { maxLength: 3 }),
      over: fc.option(fc.constantFrom('exam:a', 'exam:b'), { nil: null, freq: 3 }),
      maxHours: fc.option(fc.integer({ min: 0, max: 6 }), { nil: null, freq: 3 }),
      exclude: fc.constantFrom(false, false, false, false, true),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  survive: fc.constantFrom(0, 0, 1, 1, 2),
  budget: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null, freq: 3 }),
  costs: fc.record({
    default: cost,
    'exam:a': cost,
    'exam:c': cost,
    'renewal:exam:a': cost,
  }),
  named: fc.constantFrom(null, 'o0'),
});

type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

function documentOf({ team }: Question): FactsDocument {
  return facts(
    team.map(({ held, over }, index) => ({
      id: `p${index}`,
      records: [
        ...held.map((one, at) => ({ id: `p${index}-${at}`, skill: one, achievedOn: '2017-06-01' })),
        ...(over === null || held.includes(over)
          ? []
          : [{ id: `p${index}-x`, skill: over, achievedOn: '2017-01-01', expiresOn: '2018-02-01' }]),
      ],
    })),
  );
}

function targetsOf({ rules, team, survive, budget, costs, named }: Question): Targets {
  return {
    targets: rules.map((_, index) => ({ competency: `c${index}`, level: 'gold', option: named })),
    by: BY,
    survive,
    budget,
    costs,
    people: Object.fromEntries(
      team.map(({ maxHours, exclude }, index) => [`p${index}`, { maxHours, exclude }]),
    ),
  };
}

function programmeOf({ rules, prerequisites }: Question, more: Partial<Programme> = {}): Programme {
  const given = programme(
    rules.map((options, index) =>
      competency(`c${index}`, ...options.map((gold, number) => option(`o${number}`, { gold }))),
    ),
    more,
  );
  return withPrerequisites(given, prerequisites);
}

function check(given: Question, more: Partial<Programme> = {}): Plan['status'] {
  const rules = programmeOf(given, more);
  const document = documentOf(given);
  const targets = targetsOf(given);
  const naive = naivePlan(rules, document, SKILLS, targets);
  const plan = planFor(rules, document, targets, solver);
  expect({ status: plan.status, cost: plan.cost, hours: plan.hours }).toEqual(
    naive === null
      ? { status: 'infeasible', cost: null, hours: null }
      : { status: 'optimal', cost: naive.money, hours: naive.hours },
  );
  expect(plan.actions.reduce((sum, action) => sum + action.cost, 0)).toBe(plan.cost ?? 0);
  expect(plan.reason === null).toBe(naive !== null);
  if (naive !== null) {
    const planned = withActions(document, plan.actions, BY);
    expect(isMet(rules, planned, targets)).toBe(true);
    for (const rest of leaving(planned, targets.survive)) expect(isMet(rules, rest, targets)).toBe(true);
  }
  return plan.status;
}

describe('the cheapest plan', () => {
  it('costs what trying everything costs, is met, and stays met whoever leaves', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(question, (given) => {
        seen.add(check(given));
      }),
      { numRuns: 200 },
    );
    expect([...seen].sort()).toEqual(['infeasible', 'optimal']);
  }, 240_000);

  it('does so where sharing limits couple the targets', () => {
    const limits = fc.constantFrom(
      { kind: 'at-most', atMost: 1, levels: ['gold'], exempt: [], groups: null } as const,
      { kind: 'at-most', atMost: 1, levels: null, exempt: ['c1'], groups: null } as const,
    );
    fc.assert(
      fc.property(question, limits, (given, limit) => {
        check(given, { sharingLimits: [limit] });
      }),
      { numRuns: 80 },
    );
  }, 240_000);
});
