import { describe, expect, it } from 'vitest';
import type { Requirement, ScoreRequirement } from '../../src/domain/catalogue/catalogue.ts';
import type { ScoreNode } from '../../src/domain/evaluation/evaluation-result.ts';
import type { FactsDocument, FactsMetric } from '../../src/domain/facts/facts-document.ts';
import { ask, askOnly, facts, person } from './support/ask.ts';
import { all, anyOf, both, goldFor, score, step, steps, units } from './support/programme-builder.ts';

const ON = '2018-06-15';

function value(metric: string, units: number, more: Partial<FactsMetric> = {}): FactsMetric {
  return { metric, month: '2018-05', value: units, ...more };
}

function entry(requirement: Requirement, document: FactsDocument) {
  return askOnly(goldFor(requirement), document, ON);
}

function pointsOf(requirement: ScoreRequirement, document: FactsDocument): readonly number[] {
  return entry(requirement, document).score!.metrics.map(({ points }) => points);
}

describe('points from reported units', () => {
  const rule = score(10, [units('sales', 20, 6)]);
  it.each([
    ['half of what gives all', [value('sales', 3)], 10, 'met'],
    ['a third, exactly', [value('sales', 2)], 20 / 3, 'unmet'],
    ['more than what gives all', [value('sales', 60)], 20, 'met'],
    ['a loss', [value('sales', -2)], 0, 'unmet'],
    [
      'values of several kinds of association together',
      [value('sales', 1, { association: 'reseller' }), value('sales', 2)],
      10,
      'met',
    ],
    ['nothing', [], 0, 'undetermined'],
    ['a month too early', [value('sales', 6, { month: '2018-04' })], 0, 'undetermined'],
    ['the month that is not complete', [value('sales', 6, { month: '2018-06' })], 0, 'undetermined'],
    ['another competency', [value('sales', 6, { competency: 'other' })], 0, 'undetermined'],
    ['a track, of which the rule has none', [value('sales', 6, { track: 'smb' })], 0, 'undetermined'],
  ] as const)('%s', (_, metrics, points, outcome) => {
    const found = entry(rule, facts([], { metrics }));
    expect(found.score!.points).toBe(points);
    expect(found.outcome).toBe(outcome);
  });

  it('are none, not unknown, when the document is complete', () => {
    const found = entry(rule, facts([], { complete: true }));
    expect(found.outcome).toBe('unmet');
    expect(found.score!.unknown).toEqual([]);
  });

  it('ignore associations that the rule does not name', () => {
    const named = units('sales', 20, 6, {
      inputs: [{ metric: 'sales', associations: ['reseller'], unitsForMax: both(6) }],
    });
    const found = entry(
      score(10, [named]),
      facts([], { metrics: [value('sales', 6, { association: 'adviser' })] }),
    );
    expect(found.outcome).toBe('undetermined');
    expect(found.score!.unknown).toEqual(['sales']);
  });

  it('of the best association count alone', () => {
    const best = units('sales', 30, 1, {
      combine: 'best',
      inputs: [
        { metric: 'sales', associations: ['reseller'], unitsForMax: both(1000) },
        { metric: 'sales', associations: ['adviser'], unitsForMax: both(4000) },
      ],
    });
    const of = (...metrics: FactsMetric[]) => pointsOf(score(30, [best]), facts([], { metrics }))[0];
    const reseller = (units: number) => value('sales', units, { association: 'reseller' });
    const adviser = (units: number) => value('sales', units, { association: 'adviser' });
    expect(of(reseller(200), adviser(2000))).toBe(15);
    expect(of(reseller(1500), adviser(2000))).toBe(30);
    expect(of(adviser(400))).toBe(3);
    // Without an association it counts for each, so also for the one that asks for less.
    expect(of(adviser(400), value('sales', 100))).toBe(3.75);
  });

  it('of several metrics are added, then capped; what is unknown may still fill up', () => {
    const sum = units('sales', 20, 1, {
      inputs: [
        { metric: 'sales', associations: null, unitsForMax: both(25_000) },
        { metric: 'seats', associations: null, unitsForMax: both(2500) },
      ],
    });
    const rule = score(15, [sum]);
    const ask = (...metrics: FactsMetric[]) => entry(rule, facts([], { metrics }));
    expect(ask(value('sales', 12_500), value('seats', 625)).score!.points).toBe(15);
    expect(ask(value('sales', 25_000), value('seats', 2500)).score!.points).toBe(20);
    const half = ask(value('sales', 12_500));
    expect([half.outcome, half.score!.points, half.score!.unknown]).toEqual(['undetermined', 10, ['seats']]);
    const enough = ask(value('sales', 18_750));
    expect([enough.outcome, enough.score!.points]).toEqual(['met', 15]);
    expect(ask(value('sales', 25_000)).score!.unknown).toEqual([]);
  });

  it('need their base, which is taken as there, with a warning, when nobody reports it', () => {
    const growth = units('sales', 20, 20, { base: { metric: 'base', min: both(1000), unit: null } });
    const programme = goldFor(score(10, [growth]));
    const ask1 = (metrics: readonly FactsMetric[], complete = false) =>
      ask(programme, facts([], { metrics, complete }), { asOf: ON });
    const codes = (metrics: readonly FactsMetric[], complete = false) => {
      const { competencies, warnings } = ask1(metrics, complete);
      return [competencies[0]!.outcome, warnings.map(({ code }) => code)];
    };
    expect(codes([value('sales', 15), value('base', 1000)])).toEqual(['met', []]);
    expect(codes([value('sales', 15), value('base', 999.99)])).toEqual(['unmet', []]);
    expect(codes([value('base', 999)])).toEqual(['unmet', []]);
    expect(codes([value('sales', 15)])).toEqual(['met', ['base-taken-as-there']]);
    expect(codes([value('sales', 15)], true)).toEqual(['met', ['base-taken-as-there']]);
    expect(codes([value('sales', 15), value('base', 5, { month: '2018-04' })])).toEqual([
      'met',
      ['base-taken-as-there'],
    ]);
  });
});

describe('points from people', () => {
  const enterprise = steps(
    'seats',
    40,
    step(2, 'exam:a', { gate: true }),
    step(2, 'exam:b', { gate: true }),
    step(1, anyOf('exam:c', 'exam:d'), { each: 4 }),
  );
  const small = steps(
    'seats',
    40,
    step(1, 'exam:a', { gate: true, each: 4, cap: 4 }),
    step(1, 'exam:b', { gate: true, each: 4, cap: 4 }),
    step(1, anyOf('exam:c', 'exam:d'), { each: 4 }),
  );
  const three = ['exam:a', 'exam:b', 'exam:c'];
  it.each([
    ['two people in all three steps', enterprise, [three, three], 8],
    [
      'two in the gates, three others in the last',
      enterprise,
      [['exam:a', 'exam:b'], ['exam:a', 'exam:b'], ['exam:c'], ['exam:d'], ['exam:c']],
      12,
    ],
    ['one certificate more does not count twice', enterprise, [three, [...three, 'exam:d']], 8],
    ['one too few at the first gate', enterprise, [three, ['exam:b', 'exam:c']], 0],
    [
      'nobody at the second gate',
      enterprise,
      [
        ['exam:a', 'exam:c'],
        ['exam:a', 'exam:c'],
      ],
      0,
    ],
    ['more people than give all', enterprise, Array.from({ length: 12 }, () => three), 40],
    ['gates with points of their own, capped', small, [three, three, ['exam:d']], 20],
    [
      'an earlier step keeps its points',
      small,
      [
        ['exam:a', 'exam:c'],
        ['exam:a', 'exam:c'],
      ],
      4,
    ],
    ['a later gate earns nothing before the first is met', small, [['exam:b', 'exam:c']], 0],
  ])('%s', (_, metric, held, points) => {
    const people = held.map((skills, index) => person(`p${index}`, skills));
    expect(pointsOf(score(1, [metric]), facts(people))).toEqual([points]);
  });

  it('say for each step how many people it has and whether it is open', () => {
    const found = entry(score(1, [small]), facts([person('ana', ['exam:a', 'exam:c'])]));
    expect(found.score!.metrics[0]!.steps).toEqual([
      { step: 1, people: 1, need: 1, gate: true, open: true, points: 4 },
      { step: 2, people: 0, need: 1, gate: true, open: true, points: 0 },
      { step: 3, people: 1, need: 1, gate: false, open: false, points: 0 },
    ]);
    const node = found.requirements![0] as ScoreNode;
    expect(node.metrics[0]!.steps.map(({ seats }) => seats)).toEqual([
      [{ person: 'ana', records: ['ana-1'] }],
      [],
      [{ person: 'ana', records: ['ana-2'] }],
    ]);
  });

  it('count one individual with two user accounts once', () => {
    const people = [person('ana', ['exam:a']), person('ana2', ['exam:a'], { sameAs: 'ana' })];
    const metric = steps('seats', 10, step(1, 'exam:a', { each: 5 }));
    expect(pointsOf(score(1, [metric]), facts(people))).toEqual([5]);
  });
});

describe('a score', () => {
  const sales = units('sales', 60, 60);
  const seats = units('seats', 40, 40);
  const skilled = steps('base', 40, step(1, 'exam:a', { each: 10 }));

  it.each([
    [59.99, 'unmet', 'unmet'],
    [60, 'met', 'unmet'],
    [79.99, 'met', 'unmet'],
    [80, 'unmet', 'met'],
  ])('of %d points lies in the bands', (points, silver, gold) => {
    const all = [units('sales', 100, 100)];
    const document = facts([], { metrics: [value('sales', points)] });
    expect(entry(score(60, all, { below: 80 }), document).outcome).toBe(silver);
    expect(entry(score(80, all), document).outcome).toBe(gold);
  });

  it('is unknown when what is unknown may lift it out of its band', () => {
    const document = facts([], { metrics: [value('sales', 50)] });
    expect(entry(score(50, [sales, seats], { below: 90 }), document).outcome).toBe('undetermined');
    expect(entry(score(50, [sales, seats], { below: 91 }), document).outcome).toBe('met');
    expect(entry(score(91, [sales, seats]), document).outcome).toBe('unmet');
    expect(entry(score(90, [sales, seats]), document).outcome).toBe('undetermined');
  });

  it.each([
    ['all above zero', [value('sales', 60), value('seats', 1)], 'met'],
    ['one at zero', [value('sales', 60), value('seats', 0)], 'unmet'],
    ['one unknown, which may be zero', [value('sales', 60)], 'undetermined'],
  ])('may ask for something in every metric: %s', (_, metrics, outcome) => {
    const rule = score(60, [sales, seats], { everyMetricPositive: true });
    expect(entry(rule, facts([], { metrics })).outcome).toBe(outcome);
  });

  it('differs between markets; without a market it is what both say', () => {
    const inputs = [
      { metric: 'sales', associations: null, unitsForMax: { developed: 300, developing: 150 } },
    ];
    const rule = score(10, [units('sales', 10, 1, { inputs })]);
    const outcomes = (amount: number) =>
      (['developed', 'developing', null] as const).map((market) => {
        const document = { partner: { id: 'contoso', market }, metrics: [value('sales', amount)] };
        return entry(rule, document).outcome;
      });
    expect(outcomes(300)).toEqual(['met', 'met', 'met']);
    expect(outcomes(200)).toEqual(['unmet', 'met', 'undetermined']);
    expect(outcomes(100)).toEqual(['unmet', 'unmet', 'unmet']);
  });

  it('stands beside other requirements of the same option', () => {
    const rule = all(score(60, [sales]), { kind: 'asset', asset: 'audit' });
    const metrics = [value('sales', 60)];
    expect(entry(rule, facts([], { metrics })).outcome).toBe('undetermined');
    expect(entry(rule, facts([], { metrics, assets: [{ asset: 'audit' }] })).outcome).toBe('met');
  });

  it.each([
    ['nobody when it is met', 60, 1, 0],
    ['so many as bring the rest to the threshold', 35, 1, 2],
    ['so many as fill the metric when people alone cannot', 0, 1, 3],
    ['nobody when the metric of people is full', 0, 4, 0],
  ])('lacks %s', (_, amount, people, missing) => {
    const rule = score(65, [sales, skilled]);
    const staff = Array.from({ length: people }, (_, index) => person(`p${index}`, ['exam:a']));
    const found = entry(rule, facts(staff, { metrics: [value('sales', amount)] }));
    expect(found.shortfall.people).toBe(missing);
  });

  it('that asks for something in every metric lacks people in a metric without any', () => {
    const rule = score(60, [sales, skilled], { everyMetricPositive: true });
    const found = entry(rule, facts([], { metrics: [value('sales', 60)] }));
    expect([found.outcome, found.shortfall.people]).toEqual(['unmet', 1]);
  });
});
