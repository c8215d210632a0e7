import { describe, expect, it } from 'vitest';
import type { Programme, Requirement } from '../../../src/domain/catalogue/catalogue.ts';
import { isFailure } from '../../../src/domain/evaluation/evaluate.ts';
import type { FactsDocument } from '../../../src/domain/facts/facts-document.ts';
import {
  beginOfHistory,
  contributedSince,
  peopleMonths,
} from '../../../src/domain/performance-report/line-months.ts';
import { peopleHistories } from '../../../src/domain/performance-report/people-histories.ts';
import { requirementLines } from '../../../src/domain/performance-report/requirement-lines.ts';
import { formatMonth, parseMonth } from '../../../src/domain/time/day.ts';
import { ask, facts, person, record } from '../support/ask.ts';
import {
  all,
  any,
  anyOf,
  day,
  goldFor,
  holds,
  ofWhich,
  people,
  performance,
} from '../support/programme-builder.ts';

const ON = '2018-06-15';

function linesOf(programme: Programme, document: FactsDocument) {
  const evaluation = ask(programme, document, { asOf: ON });
  return requirementLines(programme, {
    evaluation,
    market: document.partner.market ?? null,
    day: day(ON),
  });
}

describe('the lines of the performance report', () => {
  it('are the parts of a requirement, those who also hold something among them, with what is there and what is missing', () => {
    const programme = goldFor(
      all(people(3, 'exam:a', { ofWhich: [ofWhich(2, 'exam:b')] }), performance('sales', 100)),
    );
    const staff = [person('p1', ['exam:a', 'exam:b']), person('p2', ['exam:a'])];
    const lines = linesOf(programme, facts(staff));
    expect(
      lines.map(({ subject, have, levels }) => [subject.kind, have, levels[0]?.need, levels[0]?.shortfall]),
    ).toEqual([
      ['people', 2, 3, 1],
      ['people', 1, 2, 1],
      // Nothing known is not nothing done.
      ['performance', null, 100, 100],
    ]);
    expect(lines[1]!.subject).toMatchObject({ also: holds('exam:b') });
  });

  it('say where another requirement may take their place, but not of the goals of two markets', () => {
    const choice = goldFor(any(people(1, 'exam:a'), people(1, 'exam:b')));
    expect(linesOf(choice, facts([])).map(({ oneOf }) => oneOf)).toEqual([true, true]);
    const markets = goldFor(
      any(
        performance('sales', 100, { market: 'developed' }),
        performance('sales', 50, { market: 'developing' }),
      ),
    );
    const [line, ...others] = linesOf(markets, facts([]));
    expect(others).toEqual([]);
    expect([line!.oneOf, line!.levels[0]!.need]).toEqual([false, 100]);
  });

  it('have the same id whatever the day, and another one when the rule asks for something else', () => {
    const idOf = (requirement: Requirement) => linesOf(goldFor(requirement), facts([]))[0]!.id;
    expect(idOf(people(1, 'exam:a'))).toBe(idOf(people(5, 'exam:a')));
    expect(idOf(people(1, 'exam:a'))).not.toBe(idOf(people(1, anyOf('exam:a', 'exam:b'))));
    expect(idOf(performance('sales', 1))).not.toBe(idOf(performance('sales', 1, { window: 'last-month' })));
  });
});

describe('the months of a line about people', () => {
  const programme = goldFor(people(1, 'exam:a'));
  const staff = [
    person('old', ['exam:a']),
    { id: 'new', records: [record('n', 'exam:a', { achievedOn: '2018-03-31' })] },
    { id: 'gone', records: [record('g', 'exam:a', { achievedOn: '2017-11-01', revokedOn: '2018-06-01' })] },
  ];
  const histories = peopleHistories(
    facts(staff),
    programme,
    { validAt: ON, knownAt: null },
    [holds('exam:a')],
    beginOfHistory(day(ON)),
  );
  if (isFailure(histories as never)) throw new Error('refused');
  const [history] = histories as Exclude<typeof histories, { kind: string }>;
  const months = peopleMonths(history!, day(ON), new Map([['gold', 1]]));
  const told = (month: string) => months.find((each) => formatMonth(each.month) === month)!;

  it('tell who is there at the end of each and what it has changed, the month of the day up to the day', () => {
    expect([told('2018-02').trailing, told('2018-02').contribution]).toEqual([2, 0]);
    expect([told('2018-03').trailing, told('2018-03').contribution]).toEqual([3, 1]);
    expect([told('2018-06').trailing, told('2018-06').contribution]).toEqual([2, -1]);
    expect(months.map(({ complete }) => complete)).toEqual([...Array(24).fill(true), false]);
  });

  it('add up to the difference between the ends of a window, or to nothing known where there is no window', () => {
    expect(contributedSince(months, parseMonth('2018-03'))).toBe(0);
    expect(contributedSince(months, parseMonth('2017-11'))).toBe(1);
    expect(contributedSince(months, null)).toBeNull();
  });
});
