import { describe, expect, it } from 'vitest';
import { membershipEvents } from '../../../src/domain/calendar/membership-events.ts';
import { holdingsOn } from '../../../src/domain/membership/membership-terms.ts';
import { companyEra } from '../../../src/domain/membership/renewal-window.ts';
import { formatDay } from '../../../src/domain/time/day.ts';
import { day, IN_PMC, memberships, NATIVE, POLICY } from '../membership/support.ts';

function events(on: string, facts = memberships('gold 2018-05-01'), company = NATIVE) {
  const holdings = holdingsOn(POLICY, facts, company, day(on));
  return membershipEvents('mpn', POLICY, holdings, day(on));
}

function told(...asked: Parameters<typeof events>) {
  return events(...asked).map(({ kind, on }) => `${kind} ${formatDay(on)}`);
}

describe('the calendar of a membership that ends on 2019-05-01', () => {
  it('tells the anniversary, the window of thirty days after it, and the check three calendar months before', () => {
    expect(told('2018-11-01')).toEqual([
      'anniversary 2019-05-01',
      'window-opens 2019-05-02',
      'window-closes 2019-05-31',
      'report-check 2019-02-01',
    ]);
  });

  it('of a company in PMC tells the window of ninety days before it', () => {
    expect(told('2018-11-01', undefined, IN_PMC)).toEqual([
      'anniversary 2019-05-01',
      'window-opens 2019-01-31',
      'window-closes 2019-05-01',
      'report-check 2019-02-01',
    ]);
  });

  it.each([
    ['2019-04-30', 4],
    // The check was for the anniversary, which has come.
    ['2019-05-01', 3],
    ['2019-05-31', 3],
    // It has lapsed: nothing of it is ahead.
    ['2019-06-01', 0],
  ])('on %s has %i days ahead', (on, count) => {
    expect(events(on)).toHaveLength(count);
  });

  it('once it is renewed gives way to the days of the year after it', () => {
    const renewed = memberships('gold 2018-05-01', 'gold 2019-05-01');
    expect(told('2019-05-02', renewed)).toContain('anniversary 2020-04-30');
    expect(told('2019-05-02', renewed)).not.toContain('anniversary 2019-05-01');
  });

  it('keeps the name of an event while its day moves with the window', () => {
    const [before, after] = [
      events('2018-11-01', undefined, IN_PMC),
      events('2018-11-01', undefined, NATIVE),
    ];
    expect(before.map(({ id }) => id)).toEqual(after.map(({ id }) => id));
    expect(before.map(({ on }) => on)).not.toEqual(after.map(({ on }) => on));
  });
});

describe('around 29 February', () => {
  it('the check before 2020-05-29 opens on the leap day, and the year before it on the last of February', () => {
    expect(told('2019-06-01', memberships('gold 2019-05-30'))).toContain('report-check 2020-02-29');
    expect(told('2018-06-01', memberships('gold 2018-05-30'))).toContain('report-check 2019-02-28');
  });

  it('a membership from the leap day has its anniversary 365 days later', () => {
    expect(told('2020-03-01', memberships('gold 2020-02-29'))).toContain('anniversary 2021-02-28');
  });
});

it('memberships that end on one day are checked once', () => {
  const both = memberships('pack 2018-05-01', 'gold 2018-05-01');
  expect(told('2018-11-01', both).filter((text) => text.startsWith('report-check'))).toHaveLength(1);
});

it('a company that moved from PMC on the anniversary renews by the window of Partner Center', () => {
  const moved = companyEra(day('2019-05-01'));
  expect(told('2019-05-01', undefined, moved)).toContain('window-closes 2019-05-31');
});
