/** Figures of the future are held at their present value, whatever months a requirement measures. */
import { describe, expect, it } from 'vitest';
import type { PerformanceWindow, Programme, RequirementSet } from '../../src/domain/catalogue/catalogue.ts';
import type { FactsDocument } from '../../src/domain/facts/facts-document.ts';
import { facts, person } from './support/ask.ts';
import { all, competency, day, option, people, performance, programme } from './support/programme-builder.ts';
import { onlyRisk, risks } from './support/risk.ts';

const AS_OF = '2018-06-15';
const UNTIL = '2021-01-01';
/** First and last month measured on the day; the fiscal year begins in July. */
const WINDOWS: readonly (readonly [PerformanceWindow, string, string])[] = [
  ['trailing-12-months', '2017-06', '2018-05'],
  ['last-month', '2018-05', '2018-05'],
  ['fiscal-year', '2017-07', '2018-05'],
  ['year-over-year', '2017-06', '2018-05'],
  ['anniversary-year', '2018-02', '2018-05'],
];

/** `value` in each month from the first to the last; all other months are known to have none. */
function selling(first: string, last: string, value = 1): FactsDocument {
  const metrics = Array.from({ length: 60 }, (_, index) => {
    return `${2016 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  })
    .filter((month) => month >= first && month <= last)
    .map((month) => ({ metric: 'sales', month, value }));
  return facts([person('p1', ['exam:a']), person('p2', ['exam:a'])], {
    metrics,
    complete: true,
    memberships: [{ offer: 'gold', activeFrom: '2018-02-10', anniversary: '2019-02-10' }],
  });
}

/** Alone, and where people are shared: two ways through the projection. */
function rulesFor(window: PerformanceWindow, months: number, shared: boolean): Programme {
  const requirement = all(people(1, 'exam:a'), performance('sales', months, { window }));
  const limit = { kind: 'at-most', atMost: 1, levels: null, groups: null, exempt: [] } as const;
  return programme([competency('skilled', option('only', { gold: requirement }))], {
    sharingLimits: shared ? [limit] : [],
  });
}

function monthsIn(first: string, last: string): number {
  return (
    12 * (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) +
    Number(last.slice(5)) -
    Number(first.slice(5)) +
    1
  );
}

describe.each(WINDOWS)('a figure of the window %s', (window, first, last) => {
  describe.each([false, true])('of a programme that limits sharing (%s)', (shared) => {
    const rules = rulesFor(window, monthsIn(first, last), shared);

    it('that is reached today stays reached, though nothing is sold later', () => {
      const { firstLossDate, departuresSurvived } = onlyRisk(rules, selling(first, last), {
        asOf: AS_OF,
        until: UNTIL,
      });
      expect([firstLossDate, departuresSurvived]).toEqual([null, 1]);
    });

    it('that is not reached today is none to lose, though much is sold later', () => {
      expect(risks(rules, selling('2018-06', '2020-12', 100), { asOf: AS_OF, until: UNTIL })).toEqual([]);
    });

    it('does not keep what people lose', () => {
      const document = selling(first, last);
      const leaving = document.people!.map((each) => ({ ...each, employedUntil: '2018-10-01' }));
      const asked = { asOf: AS_OF, until: UNTIL };
      expect(onlyRisk(rules, { ...document, people: leaving }, asked).firstLossDate).toBe('2018-10-01');
    });
  });

  it.each([
    ['is measured as on the day of the question by rules that come later', 0, null],
    ['does not reach what rules that come later ask for', 1, '2018-11-01'],
  ])('%s', (_, more, on) => {
    const months = monthsIn(first, last);
    const [only] = rulesFor(window, months, false).competencies[0]!.options;
    const [set] = only!.levels[0]!.sets as [RequirementSet];
    const sets = [
      { ...set, until: day('2018-11-01') },
      { ...set, from: day('2018-11-01'), requirement: performance('sales', months + more, { window }) },
    ];
    const rules = programme([competency('skilled', { ...only!, levels: [{ level: 'gold', sets }] })]);
    const risk = onlyRisk(rules, selling(first, last), { asOf: AS_OF, until: UNTIL });
    expect(risk.firstLossDate).toBe(on);
  });
});
