import { beforeAll, describe, expect, it } from 'vitest';
import type { Programme, Requirement } from '../../../src/domain/catalogue/catalogue.ts';
import type { FactsDocument } from '../../../src/domain/facts/facts-document.ts';
import type { IntegerSolver } from '../../../src/domain/planning/integer-programme.ts';
import { openSolver } from '../../../src/solver/highs-solver.ts';
import { facts, person, record } from '../support/ask.ts';
import {
  all,
  anyOf,
  competency,
  option,
  people,
  performance,
  programme,
} from '../support/programme-builder.ts';
import { planFor } from './support/plans.ts';

let solver: IntegerSolver;
beforeAll(async () => {
  solver = await openSolver();
});

const BY = '2018-06-01';
const GOLD = { competency: 'c0', level: 'gold', option: null };

function rulesOf(...competencies: readonly (readonly Requirement[])[]): Programme {
  return programme(
    competencies.map((options, index) =>
      competency(`c${index}`, ...options.map((gold, number) => option(`o${number}`, { gold }))),
    ),
  );
}

function cost(money: number, hours = 0) {
  return { money, hours };
}

const EMPTY = facts([person('p0', []), person('p1', []), person('p2', [])]);

function plan(rules: Programme, document: FactsDocument, more: object = {}, by: IntegerSolver = solver) {
  const targets = rules.competencies.map(({ id }) => ({ ...GOLD, competency: id }));
  return planFor(rules, document, { targets, by: BY, ...more }, by);
}

describe('what is planned', () => {
  /** One exam serves both levels, which is dearer for the first of them alone: 8 instead of 5. */
  const SHARED = rulesOf([people(1, anyOf('exam:a', 'exam:c'))], [people(1, anyOf('exam:b', 'exam:c'))]);
  const SHARED_COSTS = { default: cost(4), 'exam:c': cost(5) };

  it('is the cheapest for all targets together, where target by target would be dearer by more than a quarter', () => {
    const { cost: least, actions } = plan(SHARED, EMPTY, { costs: SHARED_COSTS });
    expect(least).toBe(5);
    expect(actions.map(({ person: who, skill }) => [who, skill])).toEqual([['p0', 'exam:c']]);
    const late: IntegerSolver = { now: () => solver.now(), solve: () => ({ status: 'unknown', bound: 2 }) };
    expect(plan(SHARED, EMPTY, { costs: SHARED_COSTS }, late)).toMatchObject({
      status: 'feasible',
      cost: 8,
      bound: 2,
      gap: 0.75,
    });
  });

  it('survives a departure by a second option where that costs less', () => {
    const rules = rulesOf([people(1, 'exam:a'), people(1, 'exam:b')]);
    const document = facts([person('p0', ['exam:a']), person('p1', [])]);
    const costs = { default: cost(10), 'exam:b': cost(1) };
    const { actions, cost: money } = plan(rules, document, { costs, survive: 1 });
    expect([money, actions.map(({ person: who, skill }) => [who, skill])]).toEqual([1, [['p1', 'exam:b']]]);
  });

  it('does not take one person who serves both options for two', () => {
    const rules = rulesOf([people(1, 'exam:a'), people(1, 'exam:b')]);
    const document = facts([person('p0', ['exam:a', 'exam:b']), person('p1', [])]);
    const { actions } = plan(rules, document, { costs: { default: cost(3), 'exam:b': cost(2) }, survive: 1 });
    expect(actions).toEqual([{ person: 'p1', skill: 'exam:b', cost: 2, hours: 0 }]);
  });

  it('does not count one person for two seats of different people', () => {
    const rules = rulesOf([all(people(1, 'exam:a'), people(1, 'exam:b'))]);
    const document = facts([person('p0', ['exam:a', 'exam:b']), person('p1', [])]);
    const { actions } = plan(rules, document, { costs: { default: cost(3), 'exam:b': cost(2) } });
    expect(actions).toEqual([{ person: 'p1', skill: 'exam:b', cost: 2, hours: 0 }]);
  });

  it('renews what expires on the day or before, at its own price or the default', () => {
    const rules = rulesOf([people(2, 'exam:a')]);
    const ending = (id: string, on: string) => ({
      id,
      records: [record(`${id}-1`, 'exam:a', { expiresOn: on })],
    });
    const document = facts([ending('p0', '2018-05-31'), ending('p1', BY), ending('p2', '2018-06-02')]);
    const costs = { default: cost(20), 'exam:a': cost(50), 'renewal:exam:a': cost(5) };
    const { actions } = plan(rules, document, { costs });
    expect(actions).toEqual([{ person: 'p0', skill: 'exam:a', cost: 5, hours: 0, renewal: true }]);
    const { 'renewal:exam:a': _, ...unpriced } = costs;
    expect(plan(rules, document, { costs: unpriced }).cost).toBe(20);
  });

  it('trains nobody who is excluded, has left, or whose records would not count', () => {
    const rules = rulesOf([people(1, 'exam:a')]);
    const document = facts([
      person('p0', []),
      person('p1', [], { employedUntil: BY }),
      person('p2', [], { associations: [] }),
      person('p3', []),
    ]);
    const { actions } = plan(rules, document, { people: { p0: { exclude: true } } });
    expect(actions.map(({ person: who }) => who)).toEqual(['p3']);
  });

  it('learns nothing for nothing', () => {
    const rules = rulesOf([people(1, anyOf('exam:a', 'exam:b'))]);
    expect(plan(rules, EMPTY).actions).toHaveLength(1);
    expect(plan(rules, facts([person('p0', ['exam:b'])])).actions).toEqual([]);
  });

  it('takes the fewest hours among plans of the same money, and adds decimals exactly', () => {
    const rules = rulesOf([people(3, anyOf('exam:a', 'exam:b'))]);
    const costs = { default: cost(0.1, 7.5), 'exam:b': cost(0.1, 2.5) };
    expect(plan(rules, EMPTY, { costs })).toMatchObject({ cost: 0.3, hours: 7.5, bound: 0.3, gap: 0 });
  });

  it('gives the same bytes whatever the order of the facts', () => {
    const rules = rulesOf([all(people(2, 'exam:a'), people(1, 'exam:b'))]);
    const document = facts([person('p2', ['exam:b']), person('p0', ['exam:a']), person('p1', [])]);
    const other = { ...document, people: [...document.people!].reverse() };
    const costs = { default: cost(3) };
    expect(JSON.stringify(plan(rules, other, { costs, survive: 0 }))).toBe(
      JSON.stringify(plan(rules, document, { costs, survive: 0 })),
    );
  });

  it('names the figures on which it rests', () => {
    const rules = rulesOf([all(people(1, 'exam:a'), performance('sales', 10))]);
    const sold = { ...EMPTY, metrics: [{ metric: 'sales', month: '2018-05', value: 10 }] };
    expect(plan(rules, sold).conditions).toEqual([
      {
        competency: 'c0',
        level: 'gold',
        option: 'o0',
        requirement: { kind: 'performance', metric: 'sales', need: 10, outcome: 'met' },
      },
    ]);
  });
});

describe('why there is no plan', () => {
  it.each([
    ['performance-unknown', {}],
    ['performance-unmet', { complete: true }],
  ])('%s: a figure that nobody can plan', (code, more) => {
    const rules = rulesOf([all(people(1, 'exam:a'), performance('sales', 10))]);
    const { status, reason, cost: money, actions } = plan(rules, { ...EMPTY, ...more });
    expect([status, money, actions]).toEqual(['infeasible', null, []]);
    expect(reason).toMatchObject({
      code,
      ...GOLD,
      option: 'o0',
      requirement: { kind: 'performance', metric: 'sales', need: 10 },
      atAnyPrice: true,
    });
  });

  it('an asset that is not there', () => {
    const rules = rulesOf([{ kind: 'asset', asset: 'audit' }]);
    expect(plan(rules, EMPTY).reason).toMatchObject({
      code: 'asset-missing',
      requirement: { kind: 'asset', asset: 'audit' },
    });
  });

  it('too few people, even if everybody learned everything', () => {
    const rules = rulesOf([people(3, 'exam:a', { group: 'sales' })]);
    expect(plan(rules, EMPTY, { survive: 1 }).reason).toMatchObject({
      code: 'too-few-people',
      option: 'o0',
      requirement: { kind: 'people', groups: ['sales'], need: 4, possible: 3, skills: ['exam:a'] },
      atAnyPrice: true,
      cheapest: null,
    });
  });

  it('skills that retire before the day', () => {
    const rules = rulesOf([people(1, 'exam:retiring')]);
    expect(plan(rules, EMPTY).reason).toMatchObject({
      code: 'retired-skills',
      skills: ['exam:retiring'],
      atAnyPrice: true,
    });
  });

  it('the budget alone, with what would do', () => {
    const rules = rulesOf([people(2, 'exam:a')]);
    const costs = { default: cost(10) };
    expect(plan(rules, EMPTY, { costs, budget: 19 }).reason).toMatchObject({
      code: 'budget',
      atAnyPrice: false,
      cheapest: 20,
    });
    expect(plan(rules, EMPTY, { costs, budget: 20 }).cost).toBe(20);
  });

  it('the hours of the people', () => {
    const rules = rulesOf([people(2, 'exam:a')]);
    const limits = { p0: { maxHours: 3 }, p1: { maxHours: 3 } };
    const costs = { default: cost(10, 4) };
    expect(plan(rules, EMPTY, { costs, people: limits }).reason).toMatchObject({
      code: 'max-hours',
      competency: 'c0',
      option: 'o0',
      requirement: { kind: 'people', need: 2, possible: 1, skills: ['exam:a'] },
      atAnyPrice: false,
      cheapest: 20,
    });
  });

  it('the hours that suffice for each target and not for all of them', () => {
    const rules = rulesOf([people(3, 'exam:a')], [people(3, 'exam:b')]);
    const limits = Object.fromEntries(['p0', 'p1', 'p2'].map((id) => [id, { maxHours: 4 }]));
    expect(plan(rules, EMPTY, { costs: { default: cost(10, 4) }, people: limits }).reason).toMatchObject({
      code: 'max-hours',
      requirement: null,
      cheapest: 60,
    });
  });

  it('the people who may not be trained: the requirement that is short of people, by the name of its group', () => {
    const rules = rulesOf([people(1, 'exam:a')], [people(2, 'exam:b', { group: 'sales' })]);
    const excluded = { p0: { exclude: true }, p1: { exclude: true } };
    expect(plan(rules, EMPTY, { people: excluded }).reason).toMatchObject({
      code: 'too-few-people',
      competency: 'c1',
      requirement: { kind: 'people', groups: ['sales'], need: 2, possible: 1, skills: ['exam:b'] },
    });
  });

  it('the target for which the budget is too small by itself, else the first', () => {
    const rules = rulesOf([people(1, 'exam:a')], [people(3, 'exam:b')]);
    const costs = { default: cost(10) };
    const short = (budget: number) => plan(rules, EMPTY, { costs, budget }).reason;
    expect(short(25)).toMatchObject({ code: 'budget', competency: 'c1', cheapest: 40 });
    expect(short(35)).toMatchObject({ code: 'budget', competency: 'c0', cheapest: 40 });
  });

  it('targets that cannot share the people there are', () => {
    const limit = { kind: 'at-most', atMost: 1, levels: ['gold'], exempt: [], groups: null } as const;
    const rules = { ...rulesOf([people(2, 'exam:a')], [people(2, 'exam:b')]), sharingLimits: [limit] };
    expect(plan(rules, EMPTY).reason).toMatchObject({ code: 'sharing-limits', atAnyPrice: true });
  });

  it('no rules on the day', () => {
    const { reason } = planFor(
      rulesOf([people(1, 'exam:a')]),
      EMPTY,
      { targets: [GOLD], by: '2016-01-01' },
      solver,
    );
    expect(reason).toMatchObject({ code: 'no-rules', competency: 'c0', level: 'gold', option: null });
  });
});
