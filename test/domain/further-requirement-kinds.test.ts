import { describe, expect, it } from 'vitest';
import type { Requirement } from '../../src/domain/catalogue/catalogue.ts';
import type { FactsDocument } from '../../src/domain/facts/facts-document.ts';
import { ask, askOnly, facts, person } from './support/ask.ts';
import {
  all,
  anyOf,
  competency,
  goldFor,
  option,
  people,
  performance,
  programme,
} from './support/programme-builder.ts';

const ON = '2018-06-15';

function months(from: string, count: number): string[] {
  const [year, month] = from.split('-').map(Number) as [number, number];
  return Array.from({ length: count }, (_, index) => {
    const number = month - 1 + index;
    return `${year + Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
  });
}

function sales(from: string, values: readonly number[]) {
  const named = months(from, values.length);
  return values.map((value, index) => ({ metric: 'sales', month: named[index]!, value }));
}

function answer(requirement: Requirement, document: Partial<FactsDocument>) {
  const { requirements, outcome } = askOnly(
    goldFor(requirement, { fiscalYearStart: 7 }),
    facts([], document),
    ON,
  );
  return { outcome, node: requirements![0]! };
}

describe('a metric of the last complete month', () => {
  const rule = performance('sales', 10, { window: 'last-month' });
  it.each([
    ['2018-05', 10, 'met'],
    ['2018-05', 9, 'unmet'],
    ['2018-06', 10, 'undetermined'],
    ['2018-04', 10, 'undetermined'],
  ])('%s: %d is %s', (month, value, outcome) => {
    expect(answer(rule, { metrics: [{ metric: 'sales', month, value }] }).outcome).toBe(outcome);
  });
});

describe('a metric of the fiscal year', () => {
  const rule = performance('sales', 100, { window: 'fiscal-year' });

  it('adds up from its first month', () => {
    const metrics = [...sales('2017-06', [1000]), ...sales('2017-07', Array(11).fill(9))];
    const { outcome, node } = answer(rule, { metrics });
    expect(outcome).toBe('unmet');
    expect(node).toMatchObject({
      have: 99,
      windowKind: 'fiscal-year',
      window: { from: '2017-07', to: '2018-05' },
    });
  });

  it('in its first month is still that of the year before', () => {
    const metrics = sales('2017-07', Array(12).fill(10));
    const { requirements, outcome } = askOnly(goldFor(rule), facts([], { metrics }), '2018-07-31');
    expect(outcome).toBe('met');
    expect(requirements![0]).toMatchObject({ window: { from: '2017-07', to: '2018-06' } });
  });
});

describe('a metric of the anniversary year', () => {
  const rule = performance('sales', 100, { window: 'anniversary-year' });
  const memberships = [{ offer: 'gold', activeFrom: '2017-03-10', anniversary: '2019-03-10' }];

  it('adds up from the month of the last anniversary', () => {
    const { outcome, node } = answer(rule, { memberships, metrics: sales('2018-02', [500, 30, 30, 30]) });
    expect(outcome).toBe('unmet');
    expect(node).toMatchObject({ have: 90, window: { from: '2018-03', to: '2018-05' } });
  });

  it('is unknown without a membership, and zero when nothing is unknown', () => {
    expect(answer(rule, {})).toMatchObject({ outcome: 'undetermined', node: { window: null } });
    expect(answer(rule, { complete: true }).outcome).toBe('unmet');
  });
});

describe('the difference to the year before', () => {
  const rule = performance('sales', 120, { window: 'year-over-year' });
  const full = (before: number, now: number) => [
    ...sales('2016-06', Array(12).fill(before)),
    ...sales('2017-06', Array(12).fill(now)),
  ];

  it.each([
    ['is reached', full(10, 20), 'met'],
    ['is missed', full(11, 20), 'unmet'],
    ['is open while a month that is subtracted is unknown', full(10, 20).slice(1), 'undetermined'],
    ['is missed although a month that is subtracted is unknown', full(12, 20).slice(1), 'unmet'],
    ['is open while a month of this year is unknown', full(11, 20).slice(0, -1), 'undetermined'],
    ['is reached although a month of this year is unknown', full(0, 20).slice(0, -1), 'met'],
  ])('%s', (_case, metrics, outcome) => {
    expect(answer(rule, { metrics }).outcome).toBe(outcome);
  });

  it('names both years', () => {
    expect(answer(rule, { metrics: full(10, 20) }).node).toMatchObject({
      have: 120,
      before: { from: '2016-06', to: '2017-05' },
      window: { from: '2017-06', to: '2018-05' },
      unknownMonths: [],
    });
  });
});

describe('the number of values of a metric', () => {
  const rule = performance('sales', 3, { measure: 'count' });

  it('counts those above zero', () => {
    const metrics = sales('2017-06', [5, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(answer(rule, { metrics })).toMatchObject({
      outcome: 'unmet',
      node: { have: 2, shortfall: 1, measure: 'count' },
    });
    expect(answer(rule, { metrics: [...metrics, ...sales('2018-05', [1])] }).outcome).toBe('met');
  });
});

describe('a share of the staff', () => {
  const half: Requirement = { kind: 'percent-of-staff', percent: 50, atMost: 3, holds: anyOf('exam:a') };
  const company = (holders: number, others: number) =>
    facts([
      ...Array.from({ length: holders }, (_, index) => person(`a${index}`, ['exam:a'])),
      ...Array.from({ length: others }, (_, index) => person(`b${index}`, [])),
    ]);

  it.each([
    ['half of four', 2, 2, 'met', 2],
    ['half of five, rounded up', 2, 3, 'unmet', 3],
    ['half of twenty, capped', 3, 17, 'met', 3],
    ['nobody employed', 0, 0, 'unmet', 1],
  ])('%s', (_case, holders, others, outcome, need) => {
    const { requirements, ...entry } = askOnly(goldFor(half), company(holders, others), ON);
    expect(entry.outcome).toBe(outcome);
    expect(entry.shortfall.people).toBe(Math.max(0, need - holders));
    expect(requirements![0]).toMatchObject({
      kind: 'percent-of-staff',
      staff: holders + others,
      need,
      have: holders,
    });
  });

  it('is of the people employed on the day, each counted once', () => {
    const document = facts([
      person('p1', ['exam:a']),
      person('p2', [], { sameAs: 'p1' }),
      person('p3', [], { employedUntil: ON }),
      person('p4', [], { employedFrom: '2018-06-16' }),
    ]);
    const { requirements } = askOnly(goldFor(half), document, ON);
    expect(requirements![0]).toMatchObject({ staff: 1, need: 1, outcome: 'met' });
  });

  it('rounds a percentage with decimals exactly', () => {
    const tenth: Requirement = {
      kind: 'percent-of-staff',
      percent: 1.1,
      atMost: null,
      holds: anyOf('exam:a'),
    };
    const { requirements } = askOnly(goldFor(tenth), company(0, 1000), ON);
    expect(requirements![0]).toMatchObject({ need: 11 });
  });

  it('does not use people up', () => {
    const both = goldFor(all(people(1, 'exam:a'), { ...half, percent: 100 }));
    expect(askOnly(both, company(1, 0), ON).outcome).toBe('met');
  });
});

describe('so many of several assets', () => {
  const rule: Requirement = { kind: 'asset-count', count: 1, anyOf: ['audit'] };
  it.each([
    ['valid', [{ asset: 'audit', from: '2018-01-01' }], 'met'],
    ['over', [{ asset: 'audit', from: '2017-01-01', until: ON }], 'unmet'],
    ['unknown', [], 'undetermined'],
  ])('%s', (_case, assets, outcome) => {
    expect(answer(rule, { assets }).outcome).toBe(outcome);
  });
});

describe('a prior competency', () => {
  const needing = programme([
    competency(
      'master',
      option('only', {
        gold: all(people(1, 'exam:b'), {
          kind: 'attained',
          anyOf: [{ competency: 'base', level: 'silver' }],
        }),
      }),
    ),
    competency(
      'base',
      option('only', {
        silver: all(people(1, 'exam:a'), performance('sales', 1)),
        gold: people(2, 'exam:a'),
      }),
    ),
  ]);
  const document = (skills: readonly string[], more: Partial<FactsDocument> = {}) =>
    facts([person('p1', skills), person('p2', skills)], more);
  const master = (given: FactsDocument) =>
    ask(needing, given, { asOf: ON, competency: 'master' }).competencies[0]!;

  it.each([
    ['is met by a higher level', document(['exam:a', 'exam:b']), 'met'],
    ['is missed', document(['exam:b']), 'unmet'],
    ['is unknown with what it needs itself', facts([person('p1', ['exam:a', 'exam:b'])]), 'undetermined'],
    [
      'is held by an exemption',
      document(['exam:b'], { exemptions: [{ competency: 'base', level: 'silver', until: '2018-06-16' }] }),
      'met',
    ],
    [
      'is not held by an exemption that is over',
      document(['exam:b'], { exemptions: [{ competency: 'base', level: 'silver', until: ON }] }),
      'unmet',
    ],
  ])('%s', (_case, given, outcome) => {
    expect(master(given).outcome).toBe(outcome);
  });

  it('is answered although only the competency that needs it was asked for', () => {
    const result = ask(needing, document(['exam:a', 'exam:b']), { asOf: ON, competency: 'master' });
    expect(result.competencies.map((entry) => entry.competency)).toEqual(['master']);
    expect(result.competencies[0]!.requirements![1]).toEqual({
      kind: 'attained',
      outcome: 'met',
      anyOf: [{ competency: 'base', level: 'silver' }],
    });
  });
});
