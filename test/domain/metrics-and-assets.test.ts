import { describe, expect, it } from 'vitest';
import type { Requirement } from '../../src/domain/catalogue/catalogue.ts';
import type { FactsDocument, FactsMetric } from '../../src/domain/facts/facts-document.ts';
import { compareSum } from '../../src/domain/numbers/exact-sum.ts';
import { ask, askOnly, facts } from './support/ask.ts';
import {
  all,
  any,
  competency,
  goldFor,
  option,
  people,
  performance,
  programme,
} from './support/programme-builder.ts';

const ON = '2018-06-15';
const MONTHS = [
  '2017-06',
  '2017-07',
  '2017-08',
  '2017-09',
  '2017-10',
  '2017-11',
  '2017-12',
  '2018-01',
  '2018-02',
  '2018-03',
  '2018-04',
  '2018-05',
];

function sales(months: readonly string[], value: number, more: Partial<FactsMetric> = {}): FactsMetric[] {
  return months.map((month) => ({ metric: 'sales', month, value, ...more }));
}

function outcome(
  requirement: Requirement,
  metrics: readonly FactsMetric[],
  more: Partial<FactsDocument> = {},
) {
  return askOnly(goldFor(requirement), facts([], { metrics, ...more }), ON).outcome;
}

describe('a metric over the twelve complete months before', () => {
  const rule = performance('sales', 1200);
  it.each([
    ['reached', sales(MONTHS, 100), 'met'],
    ['missed in known months', sales(MONTHS, 99), 'unmet'],
    ['already reached although a month is unknown', sales(MONTHS.slice(1), 110), 'met'],
    ['not reached while a month is unknown', sales(MONTHS.slice(1), 100), 'undetermined'],
    ['with nothing known', [], 'undetermined'],
    ['reached only with the current month', [...sales(MONTHS, 99), ...sales(['2018-06'], 100)], 'unmet'],
    [
      'reached only with the month before the window',
      [...sales(MONTHS, 99), ...sales(['2017-05'], 100)],
      'unmet',
    ],
    ['given for another competency', sales(MONTHS, 100, { competency: 'other' }), 'undetermined'],
    ['given for this competency', sales(MONTHS, 100, { competency: 'skilled' }), 'met'],
    ['given for a track', sales(MONTHS, 100, { track: 'smb' }), 'undetermined'],
  ] as const)('%s is %s', (_case, metrics, expected) => {
    expect(outcome(rule, metrics)).toBe(expected);
  });

  it('that is missing means zero in a complete document', () => {
    expect(outcome(rule, [], { complete: true })).toBe('unmet');
  });

  it('names the months that are unknown', () => {
    const answer = askOnly(goldFor(rule), facts([], { metrics: sales(MONTHS.slice(2), 100) }), ON);
    expect(answer.requirements![0]).toMatchObject({
      have: 1000,
      shortfall: 200,
      window: { from: '2017-06', to: '2018-05' },
      unknownMonths: ['2017-06', '2017-07'],
    });
  });
});

describe('association types of a metric', () => {
  const rule = performance('sales', 1200, { associations: ['reseller'] });
  it.each([
    ['named by the rule', 'reseller', 'met'],
    ['not given', null, 'met'],
    ['not named by the rule', 'adviser', 'undetermined'],
  ])('%s: %s', (_case, association, expected) => {
    expect(outcome(rule, sales(MONTHS, 100, { association }))).toBe(expected);
  });

  it('do not matter to a rule that names none', () => {
    expect(outcome(performance('sales', 1200), sales(MONTHS, 100, { association: 'adviser' }))).toBe('met');
  });
});

describe('thresholds by market', () => {
  const rule = any(
    performance('sales', 1200, { market: 'developed' }),
    performance('sales', 600, { market: 'developing' }),
  );
  it.each([
    ['developed', 60, 'unmet'],
    ['developing', 60, 'met'],
    [undefined, 60, 'undetermined'],
    [undefined, 100, 'met'],
    [undefined, 10, 'unmet'],
  ] as const)('in a %s market with %d a month: %s', (market, value, expected) => {
    const partner = { id: 'contoso', ...(market && { market }) };
    expect(outcome(rule, sales(MONTHS, value), { partner })).toBe(expected);
  });
});

describe('sums', () => {
  it.each([
    ['0.1 and 0.2 are 0.3', [0.1, 0.2], 0.3, { sum: 0.3, reached: true, missing: 0 }],
    ['a tenth, ten times, is one', Array(10).fill(0.1), 1, { sum: 1, reached: true, missing: 0 }],
    ['the smallest gap shows', [0.1, 0.1999999], 0.3, { sum: 0.2999999, reached: false, missing: 1e-7 }],
    ['large and small together', [1e21, -1e21, 5], 5, { sum: 5, reached: true, missing: 0 }],
    ['no values are zero', [], 1, { sum: 0, reached: false, missing: 1 }],
    ['a threshold of zero is reached by nothing', [], 0, { sum: 0, reached: true, missing: 0 }],
  ])('%s', (_case, values, threshold, expected) => {
    expect(compareSum(values, threshold)).toEqual(expected);
  });
});

describe('an asset', () => {
  const rule: Requirement = { kind: 'asset', asset: 'audit' };
  it.each([
    ['valid on the day', [{ asset: 'audit', from: ON, until: null }], 'met'],
    ['not valid yet', [{ asset: 'audit', from: '2018-06-16' }], 'unmet'],
    ['ended on the day', [{ asset: 'audit', from: '2018-01-01', until: ON }], 'unmet'],
    ['not mentioned', [{ asset: 'other' }], 'undetermined'],
  ])('%s: %s', (_case, assets, expected) => {
    expect(outcome(rule, [], { assets })).toBe(expected);
  });
});

describe('what is unknown', () => {
  const unknown = performance('sales', 1);
  it.each([
    ['does not hide what is missed', all(unknown, people(1, 'exam:a')), 'unmet'],
    ['keeps the whole open', all(unknown, performance('seats', 0)), 'undetermined'],
    ['does not matter beside what is met', any(unknown, performance('seats', 0)), 'met'],
    ['keeps a choice open', any(unknown, people(1, 'exam:a')), 'undetermined'],
  ])('%s', (_case, requirement, expected) => {
    expect(outcome(requirement, [])).toBe(expected);
  });
});

describe('levels attained', () => {
  const levels = programme([
    competency('one', option('x', { silver: people(1, 'exam:a'), gold: people(1, 'exam:b') })),
    competency('two', option('x', { gold: performance('sales', 1) })),
    competency('without-rules'),
  ]);
  const gold = facts([{ id: 'p1', records: [{ id: 'r1', skill: 'exam:b', achievedOn: '2017-01-01' }] }]);

  it('are the highest met, whether or not the lower one is', () => {
    expect(ask(levels, gold, { asOf: ON }).attained).toEqual([{ competency: 'one', level: 'gold' }]);
  });

  it.each([
    ['2018-07-01', '2018-06-30', [{ competency: 'two', level: 'silver', exempt: true }]],
    ['2018-07-01', '2018-07-01', []],
    [null, '2030-01-01', [{ competency: 'two', level: 'silver', exempt: true }]],
  ])('by an exemption until %s hold on %s as %j', (until, asOf, expected) => {
    const exemptions = [{ competency: 'two', level: 'silver', until }];
    expect(ask(levels, facts([], { exemptions }), { asOf }).attained).toEqual(expected);
  });

  it('are not called exempt when met anyway', () => {
    const exemptions = [{ competency: 'one', level: 'silver', until: null }];
    expect(ask(levels, { ...gold, exemptions }, { asOf: ON }).attained).toEqual([
      { competency: 'one', level: 'gold' },
    ]);
  });

  it('can be asked for one competency and one level', () => {
    const answer = ask(levels, gold, { asOf: ON, competency: 'one', level: 'silver' });
    expect(answer.competencies.map(({ competency, level }) => `${competency} ${level}`)).toEqual([
      'one silver',
    ]);
    expect(answer.attained).toEqual([]);
  });

  it('before the first rules there is no entry, and a warning says so', () => {
    const answer = ask(levels, gold, { asOf: '2017-06-30' });
    expect(answer.competencies).toEqual([]);
    expect(answer.warnings).toEqual([{ code: 'before-first-rules', from: '2017-07-01' }]);
  });
});
