/** The cheapest plan that succeeds often enough, against trying every plan with every outcome. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Programme, Requirement } from '../../../src/domain/catalogue/catalogue.ts';
import type { FactsDocument } from '../../../src/domain/facts/facts-document.ts';
import type { IntegerSolver } from '../../../src/domain/planning/integer-programme.ts';
import { openSolver } from '../../../src/solver/highs-solver.ts';
import '../../support/property-seed.ts';
import { facts, person } from '../support/ask.ts';
import { all, allOf, anyOf, competency, option, people, programme } from '../support/programme-builder.ts';
import { naivePlan, type Targets } from './support/naive-plan.ts';
import { planFor } from './support/plans.ts';

let solver: IntegerSolver;
beforeAll(async () => {
  solver = await openSolver();
});

const BY = '2018-03-01';
const SKILLS = ['exam:a', 'exam:b', 'exam:c'];

function rulesOf(...competencies: readonly (readonly Requirement[])[]): Programme {
  return programme(
    competencies.map((options, index) =>
      competency(`c${index}`, ...options.map((gold, number) => option(`o${number}`, { gold }))),
    ),
  );
}

function targetsOf(rules: Programme, more: Partial<Targets>): Targets {
  return {
    targets: rules.competencies.map(({ id }) => ({ competency: id, level: 'gold', option: null })),
    by: BY,
    survive: 0,
    budget: null,
    costs: { default: { money: 10, hours: 0 } },
    people: {},
    confidence: null,
    ...more,
  };
}

const skill = fc.constantFrom(...SKILLS);
const leaf = fc
  .record({ count: fc.constantFrom(1, 1, 2), either: fc.uniqueArray(skill, { minLength: 1, maxLength: 2 }) })
  .map(({ count, either }) => people(count, either.length === 1 ? either[0]! : anyOf(...either)));
const rule: fc.Arbitrary<Requirement> = fc.oneof(
  leaf,
  fc.tuple(leaf, leaf).map(([one, other]) => all(one, other)),
);
const cost = fc.record({ money: fc.integer({ min: 0, max: 4 }), hours: fc.integer({ min: 0, max: 2 }) });
const question = fc.record({
  rules: fc.array(fc.array(rule, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
  team: fc.array(
    fc.record({
      held: fc.uniqueArray(skill, { maxLength: 2 }),
      successProbability: fc.constantFrom(undefined, 0, 0.5, 0.5, 0.8, 1),
      maxHours: fc.option(fc.integer({ min: 0, max: 4 }), { nil: null, freq: 4 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  prerequisites: fc.boolean(),
  survive: fc.constantFrom(0, 0, 1),
  budget: fc.option(fc.integer({ min: 0, max: 16 }), { nil: null, freq: 4 }),
  costs: fc.record({ default: cost, 'exam:a': cost }),
  confidence: fc.constantFrom(0, 0.25, 0.5, 0.7, 0.9, 1),
});

type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

function check({ rules: given, team, prerequisites, ...more }: Question, limits: Partial<Programme> = {}) {
  const plain = rulesOf(...given);
  const skills = new Map(plain.skills);
  if (prerequisites) skills.set('exam:c', { ...skills.get('exam:c')!, prerequisites: ['exam:a', 'exam:b'] });
  const rules = { ...plain, skills, ...limits };
  const document: FactsDocument = facts(team.map(({ held }, index) => person(`p${index}`, held)));
  const wishes = team.map(({ held: _, ...wish }, index) => [`p${index}`, wish] as const);
  const targets = targetsOf(rules, { ...more, people: Object.fromEntries(wishes) });
  const naive = naivePlan(rules, document, SKILLS, targets);
  const plan = planFor(rules, document, targets, solver);
  expect({ status: plan.status, cost: plan.cost, hours: plan.hours }).toEqual(
    naive === null
      ? { status: 'infeasible', cost: null, hours: null }
      : { status: 'optimal', cost: naive.money, hours: naive.hours },
  );
  if (naive !== null) expect(plan.chance!).toBeGreaterThan(targets.confidence! - 1e-6);
  return plan.reason?.code ?? plan.status;
}

describe('a confidence', () => {
  const ONE = rulesOf([people(1, 'exam:a')]);
  const three = facts([person('p0', []), person('p1', []), person('p2', [])]);
  const likely = (...chances: readonly number[]) =>
    Object.fromEntries(chances.map((successProbability, index) => [`p${index}`, { successProbability }]));
  const plan = (rules: Programme, more: Partial<Targets>) =>
    planFor(rules, three, targetsOf(rules, more), solver);

  it('has more people try, and says how likely the plan succeeds', () => {
    const { status, actions, chance } = plan(ONE, { people: likely(0.5, 0.8, 0.5), confidence: 0.9 });
    expect([status, actions.map((action) => action.person)]).toEqual(['optimal', ['p0', 'p1']]);
    expect(chance).toBeCloseTo(0.9, 9);
  });

  it('may be reached by a second exam for the same seat', () => {
    const either = rulesOf([people(1, anyOf('exam:a', 'exam:b'))]);
    const alone = { p0: { exclude: true }, p1: { exclude: true }, p2: { successProbability: 0.7 } };
    const { actions, chance } = plan(either, { people: alone, confidence: 0.9 });
    expect(actions.map((action) => [action.person, action.skill])).toEqual([
      ['p2', 'exam:a'],
      ['p2', 'exam:b'],
    ]);
    expect(chance).toBeCloseTo(0.91, 9);
  });

  it('is exact where many exams matter only together', () => {
    const codes = Array.from({ length: 16 }, (_, index) => `exam:x${index}`);
    const either = rulesOf([people(1, anyOf(allOf(...codes.slice(0, 8)), allOf(...codes.slice(8))))]);
    const skills = new Map(either.skills);
    for (const id of codes) skills.set(id, { ...skills.get('exam:a')!, id, code: id.slice(5) });
    const alone = { p0: { exclude: true }, p1: { exclude: true }, p2: { successProbability: 0.9 } };
    const found = plan({ ...either, skills }, { people: alone, confidence: 0.6 });
    expect([found.status, found.actions.length]).toEqual(['optimal', 16]);
    expect(found.chance).toBeCloseTo(1 - (1 - 0.9 ** 8) ** 2, 9);
  });

  it('counts an exam as failed that could not be begun', () => {
    const skills = new Map(ONE.skills);
    skills.set('exam:a', { ...skills.get('exam:a')!, prerequisites: ['exam:b'] });
    const alone = { p0: { exclude: true }, p1: { exclude: true }, p2: { successProbability: 0.7 } };
    expect(plan({ ...ONE, skills }, { people: alone, confidence: 0.4 }).chance).toBeCloseTo(0.49, 9);
  });

  it('means nothing without probabilities, and probabilities nothing without it', () => {
    const certain = plan(ONE, { confidence: 0.99 });
    expect([certain.cost, certain.chance]).toEqual([10, 1]);
    const { chance, cost: money } = plan(ONE, { people: likely(0.1, 0.1, 0.1) });
    expect([chance, money]).toEqual([undefined, 10]);
  });

  it('that nobody can reach is the reason why there is no plan', () => {
    const { status, reason } = plan(ONE, { people: likely(0.5, 0.5, 0.5), confidence: 0.9 });
    expect([status, reason]).toMatchObject(['infeasible', { code: 'confidence', cheapest: 10 }]);
  });

  it('is reached when the time is short, with what the plan may be dearer', () => {
    const rules = rulesOf([all(people(6, 'exam:a'), people(4, anyOf('exam:b', 'exam:c')))]);
    const many = facts(Array.from({ length: 25 }, (_, index) => person(`p${index}`, [])));
    const wishes = Array.from({ length: 25 }, (_, index) => 0.5 + index / 100);
    const targets = targetsOf(rules, { people: likely(...wishes), confidence: 0.9, survive: 1 });
    const found = planFor(rules, many, targets, solver, 5);
    expect(found.status).toBe('feasible');
    expect(found.bound!).toBeGreaterThanOrEqual(120);
    expect(found.cost!).toBeGreaterThanOrEqual(found.bound!);
    expect(found.chance!).toBeGreaterThanOrEqual(0.9);
  });
});

/** The probability that of these attempts so many succeed or more. */
function atLeast(successes: number, chances: readonly number[]): number {
  let exactly = [1];
  for (const chance of chances) {
    exactly = [...exactly, 0].map((likely, passed) => {
      const before = passed === 0 ? 0 : exactly[passed - 1]! * chance;
      return likely * (1 - chance) + before;
    });
  }
  return exactly.slice(successes).reduce((sum, likely) => sum + likely, 0);
}

describe('the cheapest plan of more people than can be gone through', () => {
  const MANY = 24;

  it('has as many try as it takes, the likeliest first', () => {
    const asked = fc.record({
      need: fc.integer({ min: 1, max: 4 }),
      survive: fc.integer({ min: 0, max: 1 }),
      confidence: fc.constantFrom(0.5, 0.8, 0.95),
      likelier: fc.integer({ min: 0, max: MANY }),
      options: fc.integer({ min: 1, max: 2 }),
    });
    fc.assert(
      fc.property(asked, ({ need, survive, confidence, likelier, options }) => {
        const either = Array.from({ length: options }, (_, place) => people(need + place, 'exam:a'));
        const rules = rulesOf(either);
        const chances = Array.from({ length: MANY }, (_, index) => (index < likelier ? 0.8 : 0.6));
        const wishes = chances.map((successProbability, index) => [`p${index}`, { successProbability }]);
        const many = facts(chances.map((_, index) => person(`p${index}`, [])));
        const targets = targetsOf(rules, { people: Object.fromEntries(wishes), confidence, survive });
        const found = planFor(rules, many, targets, solver);
        let tries = 0;
        while (atLeast(need + survive, chances.slice(0, tries)) < confidence - 1e-9) tries++;
        expect([found.status, found.cost]).toEqual(['optimal', tries * 10]);
        expect(found.chance).toBeGreaterThanOrEqual(confidence - 1e-9);
      }),
      { numRuns: 25 },
    );
  }, 240_000);
});

describe('the cheapest plan that succeeds often enough', () => {
  it('costs what trying every plan with every outcome costs', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(question, (given) => {
        seen.add(check(given));
      }),
      { numRuns: 200 },
    );
    expect([...seen]).toEqual(expect.arrayContaining(['optimal', 'confidence', 'budget', 'max-hours']));
  }, 240_000);

  it('does so where sharing limits couple the targets', () => {
    const limit = { kind: 'at-most', atMost: 1, levels: ['gold'], exempt: [], groups: null } as const;
    fc.assert(
      fc.property(question, (given) => {
        check({ ...given, team: given.team.slice(0, 3) }, { sharingLimits: [limit] });
      }),
      { numRuns: 40 },
    );
  }, 240_000);
});
