/**
 * Every rule that goes by a day, on the days around it, for anniversaries all through a year with a 29 February and the
 * ones beside it. What is expected is counted in another way: by instants of UTC.
 */
import { describe, expect, it } from 'vitest';
import { pmcWindowEnd } from '../../../src/domain/chase-list/pmc-associations.ts';
import { holdsOn } from '../../../src/domain/facts/exemption-days.ts';
import { holdingsOn } from '../../../src/domain/membership/membership-terms.ts';
import {
  lastDayOfCancellation,
  lastDayOfPayment,
  stepOrder,
} from '../../../src/domain/membership/order-states.ts';
import { reminderOwed, reportCheckOpensOn } from '../../../src/domain/membership/reminder-days.ts';
import { isOpen } from '../../../src/domain/membership/renewal-window.ts';
import { inTimeZone, TIME_ZONES } from '../../support/time-zones.ts';
import { day, IN_PMC, NATIVE, POLICY, printed } from './support.ts';

/** The date so many days after another, by the calendar of the platform. */
function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Days after the anniversary on which something may change, and their neighbours. */
const OFFSETS = [-91, -90, -89, -16, -15, -14, -1, 0, 1, 2, 22, 23, 24, 29, 30, 31, 32];

/** Some of every month, and all around the ends of February. */
const ANNIVERSARIES = [
  ...Array.from({ length: 40 }, (_, index) => daysAfter('2019-06-01', index * 17)),
  ...Array.from({ length: 70 }, (_, index) => daysAfter('2020-01-20', index)),
  '2019-02-28',
  '2021-02-28',
  '2021-03-01',
];

function holding(anniversary: string, on: string, company = NATIVE) {
  const facts = [{ offer: 'gold', activeFrom: daysAfter(anniversary, -365), anniversary }];
  return holdingsOn(POLICY, facts, company, day(on))[0]!;
}

function stateAt(offset: number, lastOfGrace: number) {
  if (offset < 0) return 'active';
  return offset <= lastOfGrace ? 'in-grace' : 'lapsed';
}

function reminderAt(offset: number, last: number) {
  if (offset > last) return null;
  return [23, -15, -90].find((each) => each <= offset && each <= last) ?? null;
}

describe.each(TIME_ZONES)('on a server in %s', (zone) => {
  inTimeZone(zone);

  it.each(OFFSETS)(
    '%i days after an anniversary window, state and reminder are those of that day',
    (offset) => {
      for (const anniversary of ANNIVERSARIES) {
        const on = daysAfter(anniversary, offset);
        const here = holding(anniversary, on);
        expect([anniversary, isOpen(here.window, day(on))]).toEqual([
          anniversary,
          offset >= 1 && offset <= 30,
        ]);
        expect([anniversary, here.state]).toEqual([anniversary, stateAt(offset, 30)]);
        const owed = reminderOwed(POLICY, here, day(on));
        expect([anniversary, owed?.offset ?? null]).toEqual([anniversary, reminderAt(offset, 30)]);

        const there = holding(anniversary, on, IN_PMC);
        expect([anniversary, isOpen(there.window, day(on))]).toEqual([
          anniversary,
          offset >= -90 && offset <= 0,
        ]);
        expect([anniversary, there.state]).toEqual([anniversary, stateAt(offset, 0)]);
        const owedThere = reminderOwed(POLICY, there, day(on));
        expect([anniversary, owedThere?.offset ?? null]).toEqual([anniversary, reminderAt(offset, 0)]);
      }
    },
  );

  it.each([
    ['2020-02-29', -15, '2020-02-14'],
    ['2020-02-29', 1, '2020-03-01'],
    ['2020-02-29', 23, '2020-03-23'],
    ['2020-02-29', 30, '2020-03-30'],
    ['2020-02-29', 31, '2020-03-31'],
    ['2020-03-15', -15, '2020-02-29'],
    ['2020-02-06', 23, '2020-02-29'],
    ['2020-01-30', 30, '2020-02-29'],
    ['2020-01-29', 31, '2020-02-29'],
    ['2020-05-29', -90, '2020-02-29'],
  ])('of the anniversary %s the day %i is %s', (anniversary, offset, on) => {
    expect(daysAfter(anniversary, offset)).toBe(on);
    expect(holding(anniversary, on).state).toBe(stateAt(offset, 30));
  });

  it.each([
    ['2019-05-01', '2019-02-01'],
    ['2020-05-29', '2020-02-29'],
    ['2020-05-31', '2020-02-29'],
    ['2021-05-29', '2021-02-28'],
    ['2020-02-29', '2019-11-29'],
  ])('the skills report of the anniversary %s is checked from %s', (anniversary, opens) => {
    expect(printed(reportCheckOpensOn(POLICY, day(anniversary)))).toBe(opens);
  });

  it.each(['2019-04-01', '2020-01-30', '2020-01-31', '2020-02-29', '2019-12-31'])(
    'a transfer of an order of %s may arrive through the thirtieth day, and a payment of it may be taken back',
    (date) => {
      const placed = day(date);
      expect(printed(lastDayOfPayment(POLICY, placed, null))).toBe(daysAfter(date, 30));
      expect(printed(lastDayOfCancellation(POLICY, placed))).toBe(daysAfter(date, 30));
      const awaited = { state: 'pending-payment', payBy: day(daysAfter(date, 30)), paidOn: null } as const;
      const paid = { state: 'active', payBy: day(daysAfter(date, 30)), paidOn: placed } as const;
      const kinds = (offset: number) => {
        const on = day(daysAfter(date, offset));
        return [
          stepOrder(POLICY, awaited, { kind: 'transfer-arrived', on }).kind,
          stepOrder(POLICY, awaited, { kind: 'day-passed', on }).kind,
          stepOrder(POLICY, paid, { kind: 'cancelled', on }).kind,
        ];
      };
      expect(kinds(30)).toEqual(['moved', 'not-in-this-state', 'moved']);
      expect(kinds(31)).toEqual(['transfer-over', 'moved', 'cancellation-over']);
    },
  );

  it.each([
    ['2018-01-15', '2018-07-15'],
    ['2017-08-31', '2018-02-28'],
    ['2019-08-29', '2020-02-29'],
    ['2019-08-31', '2020-02-29'],
    ['2020-02-29', '2020-08-29'],
  ])(
    'of a company that moved from PMC on %s associations made there count no longer from %s',
    (moved, ends) => {
      expect(pmcWindowEnd({ id: 'c', movedFromPmcOn: moved }, { pmcWindowMonths: 6 })).toBe(ends);
    },
  );

  it.each([
    ['2020-02-28', true],
    ['2020-02-29', true],
    ['2020-03-01', false],
  ])('an exemption from 30 November until 1 March holds on %s: %s', (on, holds) => {
    const exemption = { from: '2019-11-30', until: '2020-03-01' };
    expect(holdsOn(exemption, day(on))).toBe(holds);
    expect(holdsOn(exemption, day('2019-11-29'))).toBe(false);
    expect(holdsOn(exemption, day('2019-11-30'))).toBe(true);
    expect(holdsOn({ until: '2020-02-29' }, day('2020-02-28'))).toBe(true);
    expect(holdsOn({ until: '2020-02-29' }, day('2020-02-29'))).toBe(false);
  });
});
